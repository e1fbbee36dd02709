package press.gazette.media;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.database.Row;
import press.gazette.json.Json;
import press.gazette.media.rendition.Focus;
import press.gazette.time.Expiries;

/**
 * A picture with the end of its rights, for memories that outlast one response.
 *
 * @param end the first moment at which readers must not see it; null: its rights do not end
 */
public record LicensedPicture(Picture picture, @Nullable Instant end) {

    /** The number of columns after the id. */
    private static final int FURTHER_COLUMNS = 11;

    /** Reads {@link Rights#COLUMNS}; null if there is no picture, or none that readers may see. */
    public static @Nullable LicensedPicture of(Row row) {
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
                Json.listFromColumn(row.text(), Rendition.class),
                focus(row.integerOrNull(), row.integerOrNull()),
                row.textOrNull());
        return new LicensedPicture(picture, row.instantOrNull());
    }

    private static @Nullable Focus focus(@Nullable Integer x, @Nullable Integer y) {
        return x == null || y == null ? null : new Focus(x, y);
    }

    /** True if its rights have ended. */
    public boolean isOver(Instant now) {
        return end != null && !end.isAfter(now);
    }

    /** The picture in a response, which ends with its rights. */
    public Picture shown() {
        Expiries.add(end);
        return picture;
    }
}
