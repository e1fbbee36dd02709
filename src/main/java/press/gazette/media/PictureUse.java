package press.gazette.media;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A kind of content that uses media. A medium does not know its uses, but the ledger records only pictures that readers see,
 * and editors ask where one is used.
 */
public interface PictureUse {

    /** The kind of content. */
    UserKind kind();

    /** True if readers see the picture here at that instant, if its rights allow. */
    boolean shows(UUID picture, Instant now);

    /** The content of this kind that uses the medium in its live or working form, at most so many. */
    List<MediaUser> users(UUID medium, int most);

    /** The media that one content of this kind uses; empty: there is no such content. */
    Optional<Set<UUID>> usedBy(String ref);
}
