package press.gazette.importer.wordpress;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import press.gazette.importer.item.ImportedPicture;
import press.gazette.importer.xml.PlainText;

/** The attachments of an export by their ids. They may stand in the file behind the posts that show them. */
final class Attachments {

    private final Map<String, ImportedPicture> byId = new HashMap<>();

    void add(WxrPost attachment) {
        String url = attachment.value("wp:attachment_url");
        if (url.isEmpty()) {
            return;
        }
        PhpArray metadata = PhpArray.parse(attachment.meta("_wp_attachment_metadata"));
        String caption = plain(attachment.raw("excerpt:encoded"));
        String credit = plain(metadata.text("image_meta", "credit"));
        byId.put(
                attachment.id(),
                new ImportedPicture(
                        url,
                        plain(attachment.meta("_wp_attachment_image_alt")),
                        caption.isEmpty() ? null : caption,
                        credit.isEmpty() ? null : credit,
                        number(metadata.text("width")),
                        number(metadata.text("height"))));
    }

    Optional<ImportedPicture> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The address of the file; empty: the export does not have it. */
    String url(String id) {
        return find(id).map(ImportedPicture::url).orElse("");
    }

    /** The picture as HTML with its caption; empty: the export does not have it. */
    String figure(String id) {
        return find(id).map(Attachments::figure).orElse("");
    }

    static String figure(ImportedPicture picture) {
        String size = picture.hasSize() ? " width=\"" + picture.width() + "\" height=\"" + picture.height() + "\"" : "";
        String caption = picture.caption() == null ? "" : Shortcodes.escaped(picture.caption());
        String credit = picture.credit() == null ? "" : " <small>" + Shortcodes.escaped(picture.credit()) + "</small>";
        String words = caption + credit;
        return "<figure><img src=\"" + Shortcodes.escaped(picture.url()) + "\" alt=\""
                + Shortcodes.escaped(picture.alt()) + "\"" + size + ">"
                + (words.isEmpty() ? "" : "<figcaption>" + words + "</figcaption>") + "</figure>";
    }

    List<String> ids() {
        return List.copyOf(byId.keySet());
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= 30_000 ? Integer.parseInt(text) : 0;
    }

    private static String plain(String html) {
        return PlainText.plain(html);
    }
}
