package press.gazette.delivery.cache;

import java.util.List;
import java.util.stream.Collectors;

import press.gazette.change.Position;
import press.gazette.change.Subject;

/**
 * What an answer depends on. Others may know its subjects and its position; how long it is right is the node's own
 * knowledge, since some of it comes from what is hidden.
 *
 * @param subjects what changes touch that make it another answer
 * @param position where the ledger ended when it was read, at least
 * @param validity when it is right if nothing changes but the time
 */
public record CacheGroups(List<Subject> subjects, Position position, Validity validity) {

    /** RFC 9875. */
    public static final String HEADER = "Cache-Groups";

    /** The same for Fastly and for Varnish's xkey. */
    public static final String SURROGATE_KEY = "Surrogate-Key";

    /** The value of {@link #HEADER}: a list of strings (RFC 9651). */
    @Override
    public String toString() {
        return subjects.stream().map(subject -> '"' + subject.name() + '"').collect(Collectors.joining(", "));
    }

    /** The value of {@link #SURROGATE_KEY}: names separated by blanks. */
    public String surrogateKeys() {
        return subjects.stream().map(Subject::name).collect(Collectors.joining(" "));
    }
}
