package press.gazette.importer.ninjs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import press.gazette.address.WebAddress;
import press.gazette.importer.item.ImportedPicture;
import press.gazette.importer.item.Note;
import press.gazette.importer.xml.Markup;
import press.gazette.importer.xml.PlainText;

/** The pictures, films and sound that an item is associated with. */
final class NinjsMedia {

    private static final Set<String> PICTURES = Set.of("picture", "graphic", "image");
    private static final Set<String> PLAYERS = Set.of("audio", "video");

    /** The names that agencies give to the picture above an article. */
    private static final String LEAD = "image|main|lead|featuremedia|feature|featureimage|hero|featured|mainphoto";

    private static final int LARGEST_SIDE = 30_000;

    private NinjsMedia() {}

    /** The lead picture: the one with such a name, else the first; null: there is none. */
    static @Nullable ImportedPicture lead(NinjsItem item) {
        List<NinjsItem> pictures = item.items("associations").stream()
                .filter(each -> each.isOf(PICTURES) && isUsable(each))
                .toList();
        return pictures.stream()
                .filter(each -> each.key().matches(LEAD))
                .findFirst()
                .or(() -> pictures.stream().findFirst())
                .flatMap(NinjsMedia::picture)
                .orElse(null);
    }

    /** The other media as HTML for the end of the body, unless the body shows them. */
    static String rest(NinjsItem item, @Nullable ImportedPicture lead, String body, List<Note> notes) {
        StringBuilder html = new StringBuilder();
        for (NinjsItem each : item.items("associations")) {
            Optional<NinjsItem> file = file(each);
            String url = file.map(found -> found.text("href")).orElse("");
            boolean shown = body.contains(url) || (lead != null && lead.url().equals(url));
            if (!isUsable(each)) {
                notes.add(new Note("media-canceled", "Its source has taken back " + each.text("uri", "href")));
            } else if (!each.isOf(PICTURES) && !each.isOf(PLAYERS)) {
                notes.add(new Note("association", each.text("type") + " " + each.key() + " " + each.text("uri")));
            } else if (url.isEmpty()) {
                notes.add(new Note("missing-picture", "It has no file on the web: " + each.text("uri", "title")));
            } else if (!shown && each.isOf(PLAYERS)) {
                html.append(Markup.player(each.text("type").toLowerCase(Locale.ROOT), url));
            } else if (!shown) {
                html.append(picture(each).map(NinjsMedia::figure).orElse(""));
            }
        }
        return html.toString();
    }

    /** A picture that was taken back, or is held back, is not shown. */
    private static boolean isUsable(NinjsItem medium) {
        return !medium.text("pubstatus").matches("(?i)canceled|cancelled|withheld");
    }

    private static String figure(ImportedPicture picture) {
        String caption = picture.caption() == null ? "" : Markup.escaped(picture.caption());
        String credit = picture.credit() == null ? "" : " <small>" + Markup.escaped(picture.credit()) + "</small>";
        return Markup.figure(picture.url(), picture.alt(), (caption + credit).strip());
    }

    private static Optional<ImportedPicture> picture(NinjsItem item) {
        return file(item).map(file -> {
            List<NinjsItem.Text> words = item.texts("description", "descriptions");
            String alt = words.stream()
                    .filter(each -> each.role().equals("alt") || each.role().equals("alttext"))
                    .map(NinjsItem.Text::value)
                    .findFirst()
                    .orElse(item.text("alttext"));
            String caption = words.stream()
                    .filter(each -> !each.role().startsWith("alt"))
                    .map(NinjsItem.Text::value)
                    .findFirst()
                    .orElse("");
            String credit = item.text("by", "byline", "creditline", "copyrightholder");
            return new ImportedPicture(
                    file.text("href"),
                    PlainText.plain(alt),
                    caption.isEmpty() ? null : PlainText.plain(caption),
                    credit.isEmpty() ? null : PlainText.withoutEmail(PlainText.plain(credit)),
                    side(file.number("width")),
                    side(file.number("height")));
        });
    }

    private static int side(@Nullable Long pixels) {
        return pixels == null || pixels > LARGEST_SIDE ? 0 : pixels.intValue();
    }

    /** The largest rendition with an address on the web. */
    private static Optional<NinjsItem> file(NinjsItem medium) {
        List<NinjsItem> files = new ArrayList<>(medium.items("renditions"));
        if (!medium.text("href").isEmpty()) {
            files.add(medium);
        }
        return files.stream()
                .filter(file -> WebAddress.isAbsolute(file.text("href")))
                .max(Comparator.comparingLong(file -> {
                    Long width = file.number("width");
                    return width == null ? 0 : width;
                }));
    }
}
