package press.gazette.media;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that shows readers pictures. A picture does not know where it is shown; the ledger must, since it tells of no
 * picture that readers do not see.
 */
public interface Showcase {

    /** Whether readers see the picture here at that instant, if its rights allow. */
    boolean shows(UUID picture, Instant now);
}
