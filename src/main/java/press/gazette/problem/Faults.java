package press.gazette.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Collects all faults of a request's content, so that a client gets all of them at once. Places are JSON Pointers (RFC
 * 6901) relative to the object that is checked; the reader of an enclosing object prepends its own pointer.
 */
public final class Faults {

    /** Enough for a form with every field wrong; a longer list would only make the response to an attack longer. */
    public static final int MOST_REPORTED = 20;

    private static final int MAX_SHOWN = 40;

    private final List<Problem.Fault> reported = new ArrayList<>();
    private int count;

    /** Records a fault unless the condition holds. The detail tells in one sentence which value is accepted. */
    public Faults check(boolean holds, String pointer, String detail) {
        if (!holds) {
            add(pointer, detail);
        }
        return this;
    }

    /**
     * Records a fault.
     *
     * @param pointer empty for the whole object
     */
    public void add(String pointer, String detail) {
        count++;
        if (reported.size() < MOST_REPORTED) {
            reported.add(new Problem.Fault(null, pointer, PrintableText.text(detail)));
        }
    }

    /**
     * Records a fault. The pointer and the detail are only computed while the limit of reported faults is not reached.
     */
    public void add(Supplier<String> pointer, Supplier<String> detail) {
        if (reported.size() < MOST_REPORTED) {
            add(pointer.get(), detail.get());
        } else {
            count++;
        }
    }

    /**
     * Checks a title or a name: visible, on one line, not too long.
     *
     * @param most maximum length in characters
     * @return the text without blanks at its ends
     */
    public String name(String pointer, String text, int most) {
        String name = PrintableText.stripped(text);
        check(PrintableText.isVisible(name), pointer, "This must contain at least one visible character.");
        line(pointer, name, most);
        return name;
    }

    /**
     * Checks a text on one line.
     *
     * @param text null is valid
     * @param most maximum length in characters
     */
    public void line(String pointer, @Nullable String text, int most) {
        if (text != null) {
            check(text.length() <= most, pointer, "This must be at most " + most + " characters long.");
            check(
                    text.chars().noneMatch(Character::isISOControl),
                    pointer,
                    "This must be plain text without line breaks and control characters.");
        }
    }

    /** Records an unknown member and suggests the known name that is nearest to it. */
    public void unknown(Supplier<String> pointer, String name, Iterable<String> known) {
        add(
                pointer,
                () -> "There is no member \"" + PrintableText.beginning(name, MAX_SHOWN) + "\"."
                        + Suggestion.to(name, known)
                                .map(near -> " Did you mean \"" + near + "\"?")
                                .orElse(" Known here: " + String.join(", ", known) + "."));
    }

    /** Adds the faults that a nested object found in itself. */
    public void addAll(Supplier<String> below, Problem problem) {
        if (problem.faults().isEmpty()) {
            add(below, problem::detail);
        }
        for (Problem.Fault fault : problem.faults()) {
            add(() -> below.get() + (fault.pointer() == null ? "" : fault.pointer()), fault::detail);
        }
    }

    /** The number of faults so far, including those beyond {@link #MOST_REPORTED}. */
    public int count() {
        return count;
    }

    /** Throws {@code invalid-content} if there is a fault. */
    public void refuse() {
        if (count > 0) {
            throw Problem.invalidContent(reported, count);
        }
    }
}
