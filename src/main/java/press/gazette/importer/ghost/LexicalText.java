package press.gazette.importer.ghost;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import press.gazette.importer.item.Note;
import press.gazette.json.Json;

/** Makes HTML of a Lexical document, Ghost's own form of texts, for posts without HTML. A card without a form here is a loss. */
final class LexicalText {

    private static final int BOLD = 1;
    private static final int ITALIC = 2;
    private static final int STRIKE = 4;
    private static final int UNDERLINE = 8;
    private static final int CODE = 16;
    private static final int SUBSCRIPT = 32;
    private static final int SUPERSCRIPT = 64;
    private static final int DEEPEST = 40;

    private final List<Note> notes;
    private final StringBuilder html = new StringBuilder();

    private LexicalText(List<Note> notes) {
        this.notes = notes;
    }

    static String html(String document, List<Note> notes) {
        if (document.isEmpty()) {
            return "";
        }
        LexicalText text = new LexicalText(notes);
        try {
            Map<String, Object> root = Json.object(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
            text.children(map(root.get("root")), 0);
        } catch (IOException e) {
            notes.add(new Note("lexical", "Its text is no Lexical document."));
        }
        return text.html.toString();
    }

    private void children(Map<?, ?> node, int depth) {
        if (depth > DEEPEST) {
            notes.add(new Note("lexical", "A part of its text is nested too deeply."));
        } else if (node.get("children") instanceof List<?> children) {
            children.forEach(child -> write(map(child), depth + 1));
        }
    }

    private void write(Map<?, ?> node, int depth) {
        switch (text(node, "type")) {
            case "paragraph" -> element("p", node, depth);
            case "heading", "extended-heading" -> {
                String tag = text(node, "tag");
                element(tag.matches("h[1-6]") ? tag : "h2", node, depth);
            }
            case "quote", "extended-quote", "aside" -> element("blockquote", node, depth);
            case "list" -> element(text(node, "listType").equals("number") ? "ol" : "ul", node, depth);
            case "listitem" -> element("li", node, depth);
            case "link", "autolink" -> {
                html.append("<a href=\"").append(escaped(text(node, "url"))).append("\">");
                children(node, depth);
                html.append("</a>");
            }
            case "text", "extended-text" -> words(node);
            case "linebreak" -> html.append("<br>");
            case "horizontalrule" -> html.append("<hr>");
            case "root" -> children(node, depth);
            default -> card(node);
        }
    }

    private void element(String name, Map<?, ?> node, int depth) {
        html.append('<').append(name).append('>');
        children(node, depth);
        html.append("</").append(name).append(">\n");
    }

    private void words(Map<?, ?> node) {
        int format = node.get("format") instanceof Number number ? number.intValue() : 0;
        String words = escaped(text(node, "text"));
        words = marked(words, format, BOLD, "strong");
        words = marked(words, format, ITALIC, "em");
        words = marked(words, format, STRIKE, "s");
        words = marked(words, format, UNDERLINE, "u");
        words = marked(words, format, CODE, "code");
        words = marked(words, format, SUBSCRIPT, "sub");
        html.append(marked(words, format, SUPERSCRIPT, "sup"));
    }

    private static String marked(String words, int format, int bit, String element) {
        return (format & bit) == 0 ? words : "<" + element + ">" + words + "</" + element + ">";
    }

    private void card(Map<?, ?> node) {
        String type = text(node, "type");
        switch (type) {
            case "image" ->
                html.append("<figure><img src=\"")
                        .append(escaped(text(node, "src")))
                        .append("\" alt=\"")
                        .append(escaped(text(node, "alt")))
                        .append("\">")
                        .append(caption(node))
                        .append("</figure>\n");
            case "gallery" -> gallery(node);
            case "html" -> html.append(text(node, "html")).append('\n');
            case "markdown" ->
                html.append("<p>").append(escaped(text(node, "markdown"))).append("</p>\n");
            case "codeblock" ->
                html.append("<pre><code>").append(escaped(text(node, "code"))).append("</code></pre>\n");
            case "embed" ->
                html.append("<p>")
                        .append(escaped(text(node, "url")))
                        .append("</p>\n")
                        .append(caption(node));
            case "bookmark" ->
                html.append("<p><a href=\"")
                        .append(escaped(text(node, "url")))
                        .append("\">")
                        .append(escaped(text(map(node.get("metadata")), "title")))
                        .append("</a></p>\n");
            case "callout" ->
                html.append("<aside><p>").append(text(node, "calloutText")).append("</p></aside>\n");
            case "toggle" ->
                html.append("<details><summary>")
                        .append(text(node, "heading"))
                        .append("</summary>")
                        .append(text(node, "content"))
                        .append("</details>\n");
            case "audio", "video" ->
                html.append("<figure><")
                        .append(type)
                        .append(" src=\"")
                        .append(escaped(text(node, "src")))
                        .append("\"></")
                        .append(type)
                        .append(">")
                        .append(caption(node))
                        .append("</figure>\n");
            case "file" ->
                html.append("<p><a href=\"")
                        .append(escaped(text(node, "src")))
                        .append("\">")
                        .append(escaped(text(node, "fileTitle")))
                        .append("</a></p>\n");
            case "paywall" -> html.append("<!--members-only-->");
            default -> notes.add(new Note("card", type));
        }
    }

    private void gallery(Map<?, ?> node) {
        html.append("<figure class=\"kg-gallery-card\" data-gallery>");
        if (node.get("images") instanceof List<?> images) {
            images.forEach(image -> html.append("<figure><img src=\"")
                    .append(escaped(text(map(image), "src")))
                    .append("\" alt=\"")
                    .append(escaped(text(map(image), "alt")))
                    .append("\">")
                    .append(caption(map(image)))
                    .append("</figure>"));
        }
        html.append(caption(node)).append("</figure>\n");
    }

    /** Captions are HTML. */
    private static String caption(Map<?, ?> node) {
        String caption = text(node, "caption");
        return caption.isEmpty() ? "" : "<figcaption>" + caption + "</figcaption>";
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static String text(Map<?, ?> node, String name) {
        Object value = node.get(name);
        return value == null ? "" : value.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
