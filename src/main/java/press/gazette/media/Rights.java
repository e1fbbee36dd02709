package press.gazette.media;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import press.gazette.time.Ends;

/**
 * Which pictures readers may be shown: those whose rights have not ended. This is the only place that says so, and every
 * answer to readers takes its pictures by these words.
 */
public final class Rights {

    /** The end of an HQL join of the picture of {@code a} at the instant {@code :now}: {@code "left join a.image " + VALID}. */
    public static final String VALID = "i on (i.rightsExpireAt is null or i.rightsExpireAt > :now)";

    private Rights() {}

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
