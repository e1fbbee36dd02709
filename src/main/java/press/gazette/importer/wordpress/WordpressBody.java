package press.gazette.importer.wordpress;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import press.gazette.importer.item.ImportedPicture;
import press.gazette.importer.item.Note;
import press.gazette.importer.xml.Markup;
import press.gazette.importer.xml.PlainText;
import press.gazette.json.Json;

/** The body of a post as HTML: classic or of the block editor, with what WordPress would add when it shows it. */
final class WordpressBody {

    /** A footnote in the custom field of the block editor. */
    private record PostFootnote(String id, String content) {}

    /** The signs of a post that a page builder has made: what it shows is elsewhere, or nothing but boxes. */
    private static final Pattern BUILDER =
            Pattern.compile("\\[(?:vc_row|et_pb_section|fusion_builder_container|av_section|cs_section)\\b");

    private static final Pattern MORE = Pattern.compile("(?i)<!--\\s*more.*?-->");
    private static final Pattern NEXT_PAGE = Pattern.compile("(?i)<!--\\s*nextpage\\s*-->");

    private final Attachments attachments;
    private final Map<String, String> reused;

    WordpressBody(Attachments attachments, Map<String, String> reused) {
        this.attachments = attachments;
        this.reused = reused;
    }

    /** True if a page builder has made the post. */
    static boolean isOfBuilder(WxrPost post) {
        return BUILDER.matcher(post.raw("content:encoded")).find()
                || (post.meta("_elementor_edit_mode").equals("builder")
                        && PlainText.plain(post.raw("content:encoded")).isEmpty());
    }

    /** The words before the mark that divides a post; empty: it has none. */
    static String beforeMore(WxrPost post) {
        String[] parts = MORE.split(post.raw("content:encoded"), 2);
        return parts.length < 2 ? "" : PlainText.plain(parts[0].replaceAll("\\[[^\\]]*]", " "));
    }

    String html(WxrPost post, Losses losses) {
        String source = Gates.removed(post.raw("content:encoded"));
        boolean blocks = Blocks.areIn(source);
        if (!blocks) {
            source = MORE.matcher(NEXT_PAGE.matcher(source).replaceAll("\n\n")).replaceAll("\n\n");
        }
        Shortcodes shortcodes = new Shortcodes(attachments, post.id(), losses);
        String html = blocks
                ? MORE.matcher(shortcodes.html(new Blocks(reused, footnotes(post), losses).html(source)))
                        .replaceAll("")
                : Paragraphs.of(shortcodes.html(source));
        return PlainText.originals(enclosures(post) + html, attachments::has);
    }

    private static String footnotes(WxrPost post) {
        String json = post.meta("footnotes");
        if (json.isEmpty()) {
            return "";
        }
        try {
            List<PostFootnote> notes = Json.listFromColumn(json, PostFootnote.class);
            StringBuilder list = new StringBuilder("<ol class=\"wp-block-footnotes\">");
            notes.forEach(note -> list.append("<li id=\"")
                    .append(Markup.escaped(note.id()))
                    .append("\">")
                    .append(note.content())
                    .append(" <a href=\"#")
                    .append(Markup.escaped(note.id()))
                    .append("-link\">↩︎</a></li>"));
            return list.append("</ol>").toString();
        } catch (IllegalStateException e) {
            return "";
        }
    }

    /** The sound or film of a podcast's post, whose address is in a custom field. */
    private static String enclosures(WxrPost post) {
        StringBuilder players = new StringBuilder();
        for (String enclosure : post.meta().getOrDefault("enclosure", List.of())) {
            String[] lines = enclosure.strip().split("\\s*\\n\\s*", -1);
            String type = lines.length > 2 ? lines[2] : "";
            String element = type.startsWith("audio/") ? "audio" : type.startsWith("video/") ? "video" : "";
            if (!element.isEmpty() && !post.raw("content:encoded").contains(lines[0])) {
                players.append(
                        "<figure><%1$s src=\"%2$s\"></%1$s></figure>\n".formatted(element, Markup.escaped(lines[0])));
            }
        }
        return players.toString();
    }

    /** The lead picture; null: none, with a line in the report if the file does not have it. */
    @Nullable
    ImportedPicture image(WxrPost post, Losses losses) {
        String id = post.meta("_thumbnail_id");
        if (id.isEmpty()) {
            return null;
        }
        ImportedPicture picture = attachments.find(id).orElse(null);
        if (picture == null) {
            losses.add(new Note(
                    "missing-picture", "The lead picture is attachment " + id + ", which the file does not have."));
        }
        return picture;
    }
}
