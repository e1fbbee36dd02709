package press.gazette.importer.wordpress;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import press.gazette.importer.item.ImportedPicture;
import press.gazette.importer.xml.Markup;
import press.gazette.importer.xml.PlainText;

/** The attachments of an export by their ids. They may stand in the file behind the posts that show them. */
final class Attachments {

    private static final Pattern PICTURE = Pattern.compile("\\.(?:jpe?g|png|gif|webp|avif)$", Pattern.CASE_INSENSITIVE);

    /** An attachment in the order of its post. */
    private record Attached(String id, int order) {}

    private final Map<String, ImportedPicture> byId = new HashMap<>();
    private final Map<String, List<Attached>> byPost = new HashMap<>();
    private final Set<String> addresses = new HashSet<>();

    void add(WxrPost attachment) {
        String url = attachment.value("wp:attachment_url");
        if (url.isEmpty()) {
            return;
        }
        addresses.add(url);
        String parent = attachment.value("wp:post_parent");
        if (!parent.isEmpty() && !parent.equals("0") && PICTURE.matcher(url).find()) {
            byPost.computeIfAbsent(parent, id -> new ArrayList<>())
                    .add(new Attached(attachment.id(), number(attachment.value("wp:menu_order"))));
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

    /** The ids of the pictures attached to a post, in their order. */
    List<String> of(String post) {
        return byPost.getOrDefault(post, List.of()).stream()
                .sorted(Comparator.comparingInt(Attached::order))
                .map(Attached::id)
                .toList();
    }

    /** True for the address of an attachment's own file. */
    boolean has(String address) {
        return addresses.contains(address);
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
        String caption = picture.caption() == null ? "" : Markup.escaped(picture.caption());
        String credit = picture.credit() == null ? "" : " <small>" + Markup.escaped(picture.credit()) + "</small>";
        String words = caption + credit;
        return "<figure><img src=\"" + Markup.escaped(picture.url()) + "\" alt=\""
                + Markup.escaped(picture.alt()) + "\"" + size + ">"
                + (words.isEmpty() ? "" : "<figcaption>" + words + "</figcaption>") + "</figure>";
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= 30_000 ? Integer.parseInt(text) : 0;
    }

    private static String plain(String html) {
        return PlainText.plain(html);
    }
}
