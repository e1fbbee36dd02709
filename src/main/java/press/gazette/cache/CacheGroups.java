package press.gazette.cache;

import java.util.List;
import java.util.stream.Collectors;

import press.gazette.change.LedgerPosition;
import press.gazette.change.Subject;

/**
 * The dependencies of a response. Caches elsewhere see its subjects and position; the validity stays on this node, since it may
 * come from hidden articles.
 *
 * @param subjects the subjects whose changes invalidate the response
 * @param position the end of the ledger when the response was read, or an earlier one
 * @param validity the time in which the response is right if nothing changes
 */
public record CacheGroups(List<Subject> subjects, LedgerPosition position, Validity validity) {

    /** RFC 9875. */
    public static final String HEADER = "Cache-Groups";

    /** The header of Fastly and of Varnish's xkey. */
    public static final String SURROGATE_KEY = "Surrogate-Key";

    /** The value of {@link #HEADER}: a list of strings (RFC 9651). */
    @Override
    public String toString() {
        return header(subjects);
    }

    /** The value of {@link #HEADER} for these subjects. */
    public static String header(List<Subject> subjects) {
        return subjects.stream().map(subject -> '"' + subject.name() + '"').collect(Collectors.joining(", "));
    }

    /** The value of {@link #SURROGATE_KEY}: names separated by blanks. */
    public String surrogateKeys() {
        return surrogateKeys(subjects);
    }

    /** The value of {@link #SURROGATE_KEY} for these subjects. */
    public static String surrogateKeys(List<Subject> subjects) {
        return subjects.stream().map(Subject::name).collect(Collectors.joining(" "));
    }
}
