package press.gazette.importer.ghost;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import press.gazette.body.Body;
import press.gazette.body.BodyReading;
import press.gazette.importer.item.Note;
import press.gazette.importer.xml.Markup;

/** Makes HTML of Ghost's cards, which Lexical and Mobiledoc documents have with the same members. A card without a form is a loss. */
final class GhostCards {

    /** The mark that Ghost writes where the part for members begins. */
    static final String GATE = "<!--members-only-->";

    private final List<Note> notes;

    GhostCards(List<Note> notes) {
        this.notes = notes;
    }

    String html(String type, Map<?, ?> card) {
        String gate = isForMembers(card) ? GATE : "";
        return gate
                + switch (type) {
                    case "image" -> Markup.figure(text(card, "src"), text(card, "alt"), text(card, "caption"));
                    case "gallery" -> gallery(card);
                    case "html" -> text(card, "html") + "\n";
                    case "markdown", "card-markdown" -> markdown(text(card, "markdown"));
                    case "codeblock", "code" ->
                        "<pre><code>" + escaped(card, "code") + "</code></pre>\n" + words(text(card, "caption"));
                    case "embed" -> embed(card);
                    case "bookmark" ->
                        link(text(card, "url"), text(map(card.get("metadata")), "title"))
                                + words(text(card, "caption"));
                    case "callout" ->
                        "<aside><p>" + escaped(card, "calloutEmoji") + " " + text(card, "calloutText")
                                + "</p></aside>\n";
                    case "toggle" ->
                        "<details><summary>" + text(card, "heading") + "</summary>" + text(card, "content")
                                + "</details>\n";
                    case "audio", "video" -> player(type, card);
                    case "file" -> link(text(card, "src"), text(card, "fileTitle")) + words(text(card, "fileCaption"));
                    case "button" -> link(text(card, "buttonUrl"), text(card, "buttonText"));
                    case "header" ->
                        "<h2>" + text(card, "header") + "</h2>\n" + words(text(card, "subheader"))
                                + link(text(card, "buttonUrl"), text(card, "buttonText"));
                    case "product" -> product(card);
                    case "hr" -> "<hr>";
                    case "paywall" -> GATE;
                    default -> {
                        notes.add(new Note("card", type));
                        yield "";
                    }
                };
    }

    private String markdown(String text) {
        BodyReading reading = Body.readMarkdown(text, null);
        reading.losses()
                .forEach(loss -> notes.add(
                        new Note("loss", loss.what() + " (" + loss.count() + " times), near: " + loss.near())));
        return reading.body().html() + "\n";
    }

    /** True for a card that the site showed to members only. */
    private static boolean isForMembers(Map<?, ?> card) {
        Map<?, ?> web = map(map(card.get("visibility")).get("web"));
        return Boolean.FALSE.equals(web.get("nonMember"));
    }

    private static String gallery(Map<?, ?> card) {
        StringBuilder figures = new StringBuilder("<figure class=\"kg-gallery-card\" data-gallery>");
        if (card.get("images") instanceof List<?> images) {
            images.forEach(image -> figures.append(
                    Markup.figure(text(map(image), "src"), text(map(image), "alt"), text(map(image), "caption"))));
        }
        return figures.append(caption(card)).append("</figure>\n").toString();
    }

    private static String embed(Map<?, ?> card) {
        String url = text(card, "url");
        String content = url.isEmpty() ? text(card, "html") : Markup.escaped(url);
        return "<figure class=\"wp-block-embed\"><div class=\"wp-block-embed__wrapper\">\n" + content + "\n</div>"
                + caption(card) + "</figure>\n";
    }

    private static String player(String element, Map<?, ?> card) {
        String title = text(card, "caption").isEmpty() ? escaped(card, "title") : text(card, "caption");
        return "<figure><" + element + " src=\"" + escaped(card, "src") + "\"></" + element + ">"
                + (title.isEmpty() ? "" : "<figcaption>" + title + "</figcaption>") + "</figure>\n";
    }

    private static String product(Map<?, ?> card) {
        String image = text(card, "productImageSrc");
        return "<h3>" + text(card, "productTitle") + "</h3>\n"
                + (image.isEmpty() ? "" : Markup.figure(image, "", ""))
                + words(text(card, "productDescription"))
                + link(text(card, "productUrl"), text(card, "productButton"));
    }

    private static String link(String url, String words) {
        return url.isEmpty()
                ? ""
                : "<p><a href=\"" + Markup.escaped(url) + "\">" + Markup.escaped(words.isEmpty() ? url : words)
                        + "</a></p>\n";
    }

    private static String words(String html) {
        return html.isEmpty() ? "" : "<p>" + html + "</p>\n";
    }

    /** Captions are HTML. */
    private static String caption(Map<?, ?> card) {
        String caption = text(card, "caption");
        return caption.isEmpty() ? "" : "<figcaption>" + caption + "</figcaption>";
    }

    static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    static String text(Map<?, ?> node, String name) {
        Object value = node.get(name);
        return value == null ? "" : value.toString();
    }

    private static String escaped(Map<?, ?> node, String name) {
        return Markup.escaped(text(node, name));
    }
}
