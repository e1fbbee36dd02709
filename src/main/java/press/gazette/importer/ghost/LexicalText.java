package press.gazette.importer.ghost;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import press.gazette.importer.item.Note;
import press.gazette.importer.xml.Markup;
import press.gazette.json.Json;

/** Makes HTML of a Lexical document, Ghost's own form of texts, for posts without HTML. */
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
            text.children(GhostCards.map(root.get("root")), 0);
        } catch (IOException e) {
            notes.add(new Note("lexical", "Its text is no Lexical document."));
        }
        return text.html.toString();
    }

    private void children(Map<?, ?> node, int depth) {
        if (depth > DEEPEST) {
            notes.add(new Note("lexical", "A part of its text is nested too deeply."));
        } else if (node.get("children") instanceof List<?> children) {
            children.forEach(child -> write(GhostCards.map(child), depth + 1));
        }
    }

    private void write(Map<?, ?> node, int depth) {
        switch (GhostCards.text(node, "type")) {
            case "paragraph" -> element("p", node, depth);
            case "heading", "extended-heading" -> {
                String tag = GhostCards.text(node, "tag");
                element(tag.matches("h[1-6]") ? tag : "h2", node, depth);
            }
            case "quote", "extended-quote", "aside" -> element("blockquote", node, depth);
            case "list" -> element(GhostCards.text(node, "listType").equals("number") ? "ol" : "ul", node, depth);
            case "listitem" -> element("li", node, depth);
            case "link", "autolink" -> {
                html.append("<a href=\"")
                        .append(Markup.escaped(GhostCards.text(node, "url")))
                        .append("\">");
                children(node, depth);
                html.append("</a>");
            }
            case "text", "extended-text" -> words(node);
            case "linebreak" -> html.append("<br>");
            case "horizontalrule" -> html.append("<hr>");
            case "root" -> children(node, depth);
            default -> html.append(new GhostCards(notes).html(GhostCards.text(node, "type"), node));
        }
    }

    private void element(String name, Map<?, ?> node, int depth) {
        html.append('<').append(name).append('>');
        children(node, depth);
        html.append("</").append(name).append(">\n");
    }

    private void words(Map<?, ?> node) {
        int format = node.get("format") instanceof Number number ? number.intValue() : 0;
        String words = Markup.escaped(GhostCards.text(node, "text"));
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
}
