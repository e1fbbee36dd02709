package press.gazette.problem;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** A refusal or failure on its way out: thrown where it is noticed, answered by {@code delivery}. */
public final class Problem extends RuntimeException {

    private final ProblemType type;
    private final List<Fault> faults;
    private final @Nullable String reason;

    /**
     * One thing that is wrong with the input.
     *
     * @param parameter the query parameter at fault; absent when a pointer names the place
     * @param pointer the JSON Pointer (RFC 6901) to the place in the request's content; absent for parameters
     * @param detail what is wrong and what would be right, in one sentence
     */
    public record Fault(
            @Nullable String parameter, @Nullable String pointer, String detail) {}

    private Problem(ProblemType type, String detail, List<Fault> faults, @Nullable String reason) {
        // No stack trace: a refusal is an answer, and a hostile client must not make it an expensive one.
        super(Legible.text(detail), null, false, false);
        this.type = type;
        this.faults = List.copyOf(faults);
        this.reason = reason;
    }

    /** A problem that needs no more than a sentence. */
    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, List.of(), null);
    }

    /** Refuses a parameter whose name is unknown, naming the nearest known one where there is one. */
    public static Problem unknownParameter(String name, Iterable<String> known) {
        String detail = Nearest.to(name, known)
                .map(near -> "There is no parameter \"" + shown(name) + "\". Did you mean \"" + near + "\"?")
                .orElseGet(() -> "There is no parameter \"" + shown(name) + "\". " + knowing(known));
        return parameter(ProblemType.UNKNOWN_PARAMETER, shown(name), detail);
    }

    /** Refuses a parameter that was given more than once. */
    public static Problem repeatedParameter(String name) {
        return parameter(
                ProblemType.REPEATED_PARAMETER, shown(name), "The parameter \"" + shown(name) + "\" takes one value.");
    }

    /** Refuses a value; the detail says what would be right. */
    public static Problem invalidParameter(String name, String detail) {
        return parameter(ProblemType.INVALID_PARAMETER, name, detail);
    }

    /** Refuses a field that answers do not have, naming the nearest that they have. */
    public static Problem unknownField(String parameter, String field, String member, Iterable<String> known) {
        String detail = Nearest.to(member, known)
                .map(near -> "There is no field \"" + shown(field) + "\". Did you mean \"" + near + "\"?")
                .orElseGet(() -> "There is no field \"" + shown(field) + "\"."
                        + (known.iterator().hasNext() ? " There are: " + String.join(", ", known) + "." : ""));
        return parameter(ProblemType.INVALID_PARAMETER, parameter, detail);
    }

    /** Refuses what stands at a place of the request's content; the detail says what would be right. */
    public static Problem invalidContent(String pointer, String detail) {
        return new Problem(ProblemType.INVALID_CONTENT, detail, List.of(new Fault(null, shown(pointer), detail)), null);
    }

    /** Refuses a cursor, saying which of its checks failed. */
    public static Problem invalidCursor(String detail) {
        return parameter(ProblemType.INVALID_CURSOR, "cursor", detail);
    }

    /** Nothing public is there; says so in the same words whether it never existed or must not be known. */
    public static Problem notFound(String what) {
        return of(ProblemType.NOT_FOUND, "There is no such " + what + ".");
    }

    /** Taken away by the newsroom, with the class of reason and nothing else. */
    public static Problem withdrawn(String reason) {
        return new Problem(ProblemType.WITHDRAWN, "This article has been withdrawn.", List.of(), reason);
    }

    /** The state of the thing, or of another one, does not allow it; the detail says what would be possible. */
    public static Problem conflict(String detail) {
        return of(ProblemType.CONFLICT, detail);
    }

    /**
     * Refuses a content for what it means; {@link Faults} collects the places.
     *
     * @param count how many faults there are, which may be more than are told
     */
    static Problem invalidContent(List<Fault> faults, int count) {
        Fault first = faults.get(0);
        String detail;
        if (count == 1) {
            detail = "".equals(first.pointer()) ? first.detail() : "At " + first.pointer() + ": " + first.detail();
        } else {
            detail = "The content has " + count + " faults; \"errors\" names "
                    + (count == faults.size() ? "each" : "the first " + faults.size()) + ".";
        }
        return new Problem(ProblemType.INVALID_CONTENT, detail, faults, null);
    }

    /** The same of a part of a larger content: its places are below the pointer. */
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
        return new Problem(type, detail, List.of(new Fault(Legible.text(name), null, Legible.text(detail))), null);
    }

    private static String knowing(Iterable<String> names) {
        String all = String.join(", ", names);
        return all.isEmpty() ? "This resource has none." : "This resource knows: " + all + ".";
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

    /** What happened this time, for people. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<Fault> faults() {
        return faults;
    }

    /** The class of reason of a withdrawal: legal, error, rights or other; absent in every other problem. */
    public @Nullable String reason() {
        return reason;
    }
}
