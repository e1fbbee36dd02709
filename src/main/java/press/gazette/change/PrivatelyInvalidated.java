package press.gazette.change;

import java.util.Collection;
import java.util.List;

/**
 * Event: a {@link PrivateInvalidation} is known to this node: of its own right after the commit, of other nodes once they are read.
 *
 * @param subjects whose responses are invalidated, the media among them whose rights end at another time
 * @param all true: this node has missed some, so any response may be invalid
 */
public record PrivatelyInvalidated(Collection<Subject> subjects, boolean all) {

    public static final PrivatelyInvalidated ALL = new PrivatelyInvalidated(List.of(), true);
}
