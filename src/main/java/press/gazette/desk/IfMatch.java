package press.gazette.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/**
 * The versions that a client says it has read (RFC 9110 §13.1.1).
 *
 * @param any {@code *}: whatever version there is
 * @param tags what stands between the quotes of the strong ones; weak ones never match
 */
record IfMatch(boolean any, List<String> tags) {

    /** An ETag with what separates it from the next; empty elements of a list are to be borne (§5.6.1). */
    private static final Pattern ELEMENT =
            Pattern.compile("[\\s,]*+(?:(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"[ \\t]*(?:,|$)|$)");

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    /** Who has been away longer needs to read it again anyway. */
    private static final int MOST_TOLD = 5;

    /** Compressed answers have it behind their tag: another representation, but the same version. */
    private static final String GZIP = "-gzip";

    /** The ETag of a version. */
    static String tag(int version) {
        return "\"" + version + "\"";
    }

    /** @throws Problem {@code precondition-required} when there is none */
    static IfMatch parse(List<String> headers) {
        String all = String.join(",", headers).strip();
        if (all.isEmpty()) {
            throw Problem.of(
                    ProblemType.PRECONDITION_REQUIRED,
                    "Send If-Match with the ETag of what you have read, so that nobody's work is overwritten unseen.");
        }
        if (all.equals("*")) {
            return new IfMatch(true, List.of());
        }
        List<String> tags = new ArrayList<>();
        Matcher element = ELEMENT.matcher(all);
        while (element.regionStart() < all.length()) {
            if (!element.lookingAt()) {
                throw Problem.of(
                        ProblemType.MALFORMED_REQUEST, "If-Match is * or a list of ETags, each with its quotes.");
            }
            if (element.group(2) != null && element.group(1) == null) {
                tags.add(element.group(2));
            }
            element.region(element.end(), all.length());
        }
        return new IfMatch(false, List.copyOf(tags));
    }

    /** @throws Problem {@code precondition-failed} unless the thing is what the client has read */
    void require(Versioned thing) {
        if (!holds(thing)) {
            throw refusal(thing);
        }
    }

    /** Whether the thing is what the client has read. */
    boolean holds(Versioned thing) {
        String version = Integer.toString(thing.version());
        return any || tags.stream().anyMatch(tag -> tag.equals(version) || tag.equals(version + GZIP));
    }

    /** Tells those who have read another version what has happened since. */
    Problem refusal(Versioned thing) {
        return Problem.of(
                ProblemType.PRECONDITION_FAILED,
                "Its ETag is " + tag(thing.version()) + " now"
                        + thing.lastChange()
                                .map(change -> ", last changed by " + change)
                                .orElse("")
                        + "." + since(thing) + " Read it again before you change it.");
    }

    /** Who did what since the newest of the versions that the client has read; empty where nobody is known to have. */
    private String since(Versioned thing) {
        return tags.stream()
                .map(tag -> tag.replace(GZIP, ""))
                .filter(tag -> NUMBER.matcher(tag).matches())
                .map(Integer::valueOf)
                .filter(version -> version < thing.version())
                .max(Integer::compareTo)
                .map(version -> AuditRecord.since(thing, version, MOST_TOLD))
                .filter(changes -> !changes.isEmpty())
                .map(changes -> " Since then: " + String.join("; ", changes) + ".")
                .orElse("");
    }
}
