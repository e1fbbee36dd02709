package press.gazette.media;

import java.time.Instant;
import java.util.UUID;

/**
 * A place that shows pictures to readers. A picture does not know where it is used, but the ledger records only
 * pictures that readers see.
 */
public interface PictureUse {

    /** True if readers see the picture here at that instant, if its rights allow. */
    boolean shows(UUID picture, Instant now);
}
