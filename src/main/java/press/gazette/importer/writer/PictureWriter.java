package press.gazette.importer.writer;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.address.WebAddress;
import press.gazette.database.Row;
import press.gazette.database.Sql;
import press.gazette.importer.item.ImportedPicture;
import press.gazette.media.Licence;
import press.gazette.media.Media;
import press.gazette.media.Picture;

/** Finds or makes the record of a picture whose file stays where it is. */
final class PictureWriter {

    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_CREDIT = 500;

    private PictureWriter() {}

    /** The id of the picture's record; null: a record needs a size and an address on the web. */
    static @Nullable UUID write(ImportedPicture picture, Instant now) {
        if (!isRecordable(picture)) {
            return null;
        }
        Media known =
                Media.<Media>find("url = ?1 order by url, id", picture.url()).firstResult();
        return known != null ? known.id() : create(picture, now);
    }

    static boolean isRecordable(ImportedPicture picture) {
        return picture.hasSize() && WebAddress.isAbsolute(picture.url());
    }

    /** The addresses that have a record, with one statement. */
    static Set<String> known(List<String> urls) {
        return urls.isEmpty()
                ? Set.of()
                : Set.copyOf(Sql.of("select m.url from media m where m.url in ")
                        .plus(Sql.list(urls))
                        .rows(Row::text));
    }

    /** Makes the record of a picture that can have one; returns its id. */
    static UUID create(ImportedPicture picture, Instant now) {
        Picture record = new Picture(
                null,
                picture.url(),
                cut(picture.alt(), LONGEST_TEXT),
                picture.caption() == null ? null : cut(picture.caption(), LONGEST_TEXT),
                picture.credit() == null ? null : cut(picture.credit(), LONGEST_CREDIT),
                picture.width(),
                picture.height(),
                List.of());
        return Media.create(record, Licence.FREE, now).id();
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    /** The picture at the beginning of a body. */
    static String figure(ImportedPicture picture) {
        String caption = Objects.requireNonNullElse(picture.caption(), "");
        String credit = picture.credit() == null ? "" : "<small>" + escaped(picture.credit()) + "</small>";
        String words = (escaped(caption) + " " + credit).strip();
        return "<figure><img src=\"" + escaped(picture.url()) + "\" alt=\"" + escaped(picture.alt()) + "\">"
                + (words.isEmpty() ? "" : "<figcaption>" + words + "</figcaption>") + "</figure>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }
}
