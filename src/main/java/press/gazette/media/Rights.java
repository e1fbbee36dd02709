package press.gazette.media;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.database.Row;
import press.gazette.database.Sql;
import press.gazette.json.Json;
import press.gazette.time.Ends;

/**
 * Which pictures readers may be shown: those whose rights have not ended. This is the only place that says so, and every
 * answer to readers takes its pictures by these words.
 */
public final class Rights {

    /** The columns of a picture {@code i}, for {@link #picture}. */
    public static final String COLUMNS =
            "i.id, i.url, i.alt, i.caption, i.credit, i.width, i.height, i.renditions, i.rights_expire_at";

    /** Behind the id. */
    private static final int FURTHER_COLUMNS = 8;

    private Rights() {}

    /** The SQL join of the picture of {@code a}, as {@code i}. */
    public static Sql join(Instant now) {
        return Sql.of(
                " left join media i on i.id = a.image_id and (i.rights_expire_at is null or i.rights_expire_at > ?)",
                now);
    }

    /** Takes the columns of a joined picture; absent: the article has none, or none that may be shown. */
    public static @Nullable Picture picture(Row row) {
        UUID id = row.uuidOrNull();
        if (id == null) {
            row.skip(FURTHER_COLUMNS);
            return null;
        }
        Picture picture = new Picture(
                id,
                row.text(),
                row.text(),
                row.textOrNull(),
                row.textOrNull(),
                row.integer(),
                row.integer(),
                Json.listFromColumn(row.text(), Rendition.class));
        Ends.add(row.instantOrNull());
        return picture;
    }

    /** The same rule for a picture at hand. */
    public static boolean cover(Media picture, Instant now) {
        Instant end = picture.rightsExpireAt();
        return end == null || end.isAfter(now);
    }

    /** What readers see of the picture of a thing; absent: it has none, or none that may be shown. */
    public static @Nullable Picture shown(@Nullable Media picture, Instant now) {
        if (picture == null || !cover(picture, now)) {
            return null;
        }
        Ends.add(picture.rightsExpireAt());
        return picture.picture();
    }
}
