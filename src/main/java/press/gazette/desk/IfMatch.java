package press.gazette.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import press.gazette.change.Versioned;
import press.gazette.desk.audit.AuditRecord;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/**
 * The versions that a client names in If-Match (RFC 9110 §13.1.1).
 *
 * @param any true for {@code *}, which matches every version
 * @param tags the opaque values of the strong ETags; weak ones never match
 */
record IfMatch(boolean any, List<String> tags) {

    /** An ETag and the separator after it. Empty elements of a list must be tolerated (RFC 9110 §5.6.1). */
    private static final Pattern ELEMENT =
            Pattern.compile("[\\s,]*+(?:(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"[ \\t]*(?:,|$)|$)");

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    /** A client with an older version has to read the resource again anyway. */
    private static final int MOST_LISTED = 5;

    /** Added to the ETag of a compressed response: another representation, but the same version. */
    private static final String GZIP = "-gzip";

    /** The ETag of a version. */
    static String tag(int version) {
        return "\"" + version + "\"";
    }

    /** @throws Problem {@code precondition-required} if there is none */
    static IfMatch parse(List<String> headers) {
        String all = String.join(",", headers).strip();
        if (all.isEmpty()) {
            throw Problem.of(
                    ProblemType.PRECONDITION_REQUIRED,
                    "Send If-Match with the ETag of the version you have read, so that no other "
                            + "change is overwritten.");
        }
        if (all.equals("*")) {
            return new IfMatch(true, List.of());
        }
        List<String> tags = new ArrayList<>();
        Matcher element = ELEMENT.matcher(all);
        while (element.regionStart() < all.length()) {
            if (!element.lookingAt()) {
                throw Problem.of(ProblemType.MALFORMED_REQUEST, "If-Match must be * or a list of quoted ETags.");
            }
            if (element.group(2) != null && element.group(1) == null) {
                tags.add(element.group(2));
            }
            element.region(element.end(), all.length());
        }
        return new IfMatch(false, List.copyOf(tags));
    }

    /** @throws Problem {@code precondition-failed} unless the current version matches */
    void require(Versioned resource) {
        if (!holds(resource)) {
            throw refusal(resource);
        }
    }

    /** True if the current version matches. */
    boolean holds(Versioned resource) {
        String version = Integer.toString(resource.version());
        return any || tags.stream().anyMatch(tag -> tag.equals(version) || tag.equals(version + GZIP));
    }

    /** The problem for a client with another version, listing the changes since then. */
    Problem refusal(Versioned resource) {
        return Problem.of(
                ProblemType.PRECONDITION_FAILED,
                "Its current ETag is " + tag(resource.version())
                        + resource.lastChange()
                                .map(change -> ", last changed by " + change)
                                .orElse("")
                        + "." + since(resource) + " Read it again before you change it.");
    }

    /** The changes since the newest version that the client names; empty if none are on record. */
    private String since(Versioned resource) {
        return tags.stream()
                .map(tag -> tag.replace(GZIP, ""))
                .filter(tag -> NUMBER.matcher(tag).matches())
                .map(Integer::valueOf)
                .filter(version -> version < resource.version())
                .max(Integer::compareTo)
                .map(version -> AuditRecord.since(resource, version, MOST_LISTED))
                .filter(changes -> !changes.isEmpty())
                .map(changes -> " Since then: " + String.join("; ", changes) + ".")
                .orElse("");
    }
}
