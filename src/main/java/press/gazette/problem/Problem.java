package press.gazette.problem;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** A rejection or failure that ends a request: thrown where it is noticed, sent as a response by {@code delivery}. */
public final class Problem extends RuntimeException {

    private final ProblemType type;
    private final List<Fault> faults;
    private final @Nullable String reason;

    /**
     * One fault of the input.
     *
     * @param parameter the query parameter at fault; null if a pointer names the place
     * @param pointer the JSON Pointer (RFC 6901) to the place in the request's content; null for parameters
     * @param detail the fault and the accepted values, in one sentence
     */
    public record Fault(
            @Nullable String parameter, @Nullable String pointer, String detail) {}

    private Problem(ProblemType type, String detail, List<Fault> faults, @Nullable String reason) {
        // No stack trace: a rejection is an ordinary response, and a hostile client must not make it an expensive one.
        super(PrintableText.text(detail), null, false, false);
        this.type = type;
        this.faults = List.copyOf(faults);
        this.reason = reason;
    }

    /** A problem with a detail only. */
    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, List.of(), null);
    }

    /** Rejects an unknown parameter and suggests the nearest known name, if there is one. */
    public static Problem unknownParameter(String name, Iterable<String> known) {
        String detail = Suggestion.to(name, known)
                .map(near -> "There is no parameter \"" + shown(name) + "\". Did you mean \"" + near + "\"?")
                .orElseGet(() -> "There is no parameter \"" + shown(name) + "\". " + knownParameters(known));
        return parameter(ProblemType.UNKNOWN_PARAMETER, shown(name), detail);
    }

    /** Rejects a parameter that was given more than once. */
    public static Problem repeatedParameter(String name) {
        return parameter(
                ProblemType.REPEATED_PARAMETER, shown(name), "The parameter \"" + shown(name) + "\" takes one value.");
    }

    /** Rejects a parameter's value; the detail tells which values are accepted. */
    public static Problem invalidParameter(String name, String detail) {
        return parameter(ProblemType.INVALID_PARAMETER, name, detail);
    }

    /** Rejects an unknown field in a list of fields and suggests the nearest known one. */
    public static Problem unknownField(String parameter, String field, String member, Iterable<String> known) {
        String detail = Suggestion.to(member, known)
                .map(near -> "There is no field \"" + shown(field) + "\". Did you mean \"" + near + "\"?")
                .orElseGet(() -> "There is no field \"" + shown(field) + "\"."
                        + (known.iterator().hasNext() ? " There are: " + String.join(", ", known) + "." : ""));
        return parameter(ProblemType.INVALID_PARAMETER, parameter, detail);
    }

    /**
     * Rejects a value in the request's content; the detail tells which values are accepted.
     *
     * @param pointer the JSON Pointer to the value
     */
    public static Problem invalidContent(String pointer, String detail) {
        return new Problem(ProblemType.INVALID_CONTENT, detail, List.of(new Fault(null, shown(pointer), detail)), null);
    }

    /** Rejects a cursor; the detail tells which check failed. */
    public static Problem invalidCursor(String detail) {
        return invalidCursor("cursor", detail);
    }

    /** As above, for a cursor in another parameter. */
    public static Problem invalidCursor(String parameter, String detail) {
        return parameter(ProblemType.INVALID_CURSOR, parameter, detail);
    }

    /** The changes behind a position are not complete any more. */
    public static Problem changesGone(String path) {
        return of(
                ProblemType.CHANGES_GONE,
                "The changes since this position are not known any more. Start over with " + path
                        + ", without the parameter after.");
    }

    /**
     * No public resource exists at this address. The text is the same for resources that never existed and for hidden
     * ones.
     */
    public static Problem notFound(String what) {
        return of(ProblemType.NOT_FOUND, "There is no such " + what + ".");
    }

    /** The article is withdrawn. Nothing but the class of reason is public. */
    public static Problem withdrawn(String reason) {
        return new Problem(ProblemType.WITHDRAWN, "This article has been withdrawn.", List.of(), reason);
    }

    /** The state of this or of another resource does not allow the request; the detail tells what is possible. */
    public static Problem conflict(String detail) {
        return of(ProblemType.CONFLICT, detail);
    }

    /**
     * Rejects a request's content. {@link Faults} collects the places.
     *
     * @param count the number of faults, which may be larger than that of the listed ones
     */
    static Problem invalidContent(List<Fault> faults, int count) {
        Fault first = faults.get(0);
        String detail;
        if (count == 1) {
            detail = "".equals(first.pointer()) ? first.detail() : "At " + first.pointer() + ": " + first.detail();
        } else {
            detail = "The content has " + count + " faults; \"errors\" lists "
                    + (count == faults.size() ? "each" : "the first " + faults.size()) + ".";
        }
        return new Problem(ProblemType.INVALID_CONTENT, detail, faults, null);
    }

    /** Returns the same problem for a part of a larger content: all pointers are moved below the given one. */
    public Problem within(String pointer) {
        List<Fault> below = faults.isEmpty()
                ? List.of(new Fault(null, pointer, detail()))
                : faults.stream()
                        .map(fault -> new Fault(
                                null, pointer + (fault.pointer() == null ? "" : fault.pointer()), fault.detail()))
                        .toList();
        return new Problem(type, "At " + pointer + ": " + detail(), below, reason);
    }

    private static Problem parameter(ProblemType type, String name, String detail) {
        return new Problem(
                type, detail, List.of(new Fault(PrintableText.text(name), null, PrintableText.text(detail))), null);
    }

    private static String knownParameters(Iterable<String> names) {
        String all = String.join(", ", names);
        return all.isEmpty() ? "This resource has no parameters." : "Known parameters: " + all + ".";
    }

    private static String shown(String name) {
        return name.codePointCount(0, name.length()) <= MAX_SHOWN
                ? name
                : name.substring(0, name.offsetByCodePoints(0, MAX_SHOWN)) + "…";
    }

    private static final int MAX_SHOWN = 40;

    public ProblemType type() {
        return type;
    }

    /** The description of this occurrence, for people (RFC 9457 §3.1.4). */
    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<Fault> faults() {
        return faults;
    }

    /** The class of reason of a withdrawal: legal, error, rights or other; null in all other problems. */
    public @Nullable String reason() {
        return reason;
    }
}
