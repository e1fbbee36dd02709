package press.gazette.media;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.change.Subject;
import press.gazette.database.Row;
import press.gazette.database.Sql;
import press.gazette.time.Expiries;

/**
 * The rule for the pictures that readers may see: those whose rights have not ended. Every public response takes its
 * pictures through this class.
 */
public final class Rights {

    /** The columns of a picture {@code i}, for {@link #picture}. */
    public static final String COLUMNS =
            "i.id, i.url, i.alt, i.caption, i.credit, i.width, i.height, i.renditions, i.focus_x, i.focus_y, i.placeholder,"
                    + " i.rights_expire_at";

    private Rights() {}

    /** The SQL join of the picture of {@code a}, as {@code i}. */
    public static Sql join(Instant now) {
        return join("a", now);
    }

    /** The SQL join of the picture of a table with this alias, as {@code i}; further conditions can be added to it. */
    public static Sql join(String owner, Instant now) {
        return Sql.of(
                " left join media i on i.id = " + owner
                        + ".image_id and (i.rights_expire_at is null or i.rights_expire_at > ?)",
                now);
    }

    /** Reads the columns of a joined picture; null if the article has none, or none that readers may see. */
    public static @Nullable Picture picture(Row row) {
        LicensedPicture picture = LicensedPicture.of(row);
        return picture == null ? null : picture.shown();
    }

    /** True if readers may see the picture. */
    public static boolean allow(Media picture, Instant now) {
        Instant end = picture.rightsExpireAt();
        return end == null || end.isAfter(now);
    }

    /**
     * The medium, and the groups of the responses that show it. The listing of changes names a file, so a group of that listing is among them.
     *
     * @param shown false if no lead picture shows it
     */
    static List<Subject> groups(Media medium, boolean shown) {
        return shown
                ? List.of(medium.subject(), Subject.ARTICLES, Subject.TAGS, Subject.LISTS, Subject.LABELS)
                : List.of(medium.subject(), Subject.LABELS);
    }

    /** The picture for readers; null if there is none, or none that they may see. */
    public static @Nullable Picture shown(@Nullable Media picture, Instant now) {
        if (picture == null || !allow(picture, now)) {
            return null;
        }
        Expiries.add(picture.rightsExpireAt());
        return picture.picture();
    }

    /** The ones of these pictures that readers may see, by their ids; no ids cost no statement. */
    public static Map<UUID, Picture> shown(Set<UUID> ids, Instant now) {
        Map<UUID, Picture> pictures = new HashMap<>();
        if (!ids.isEmpty()) {
            Media.<Media>list("id in ?1", ids)
                    .forEach(media -> Optional.ofNullable(shown(media, now))
                            .ifPresent(picture -> pictures.put(media.id(), picture)));
        }
        return pictures;
    }
}
