package press.gazette.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with a content, so that a client hears of all of it at once. Places are JSON Pointers (RFC 6901)
 * from the object at hand; where that object is part of a larger one, its reader puts the way to it in front.
 */
public final class Faults {

    /** Enough for a form with every field wrong; more would only make the answer to an attack longer. */
    public static final int MOST_TOLD = 20;

    private static final int MAX_SHOWN = 40;

    private final List<Problem.Fault> told = new ArrayList<>();
    private int count;

    /** Notes a fault unless the condition holds; the detail says what would be right, in one sentence. */
    public Faults check(boolean holds, String pointer, String detail) {
        if (!holds) {
            add(pointer, detail);
        }
        return this;
    }

    /**
     * Notes a fault.
     *
     * @param pointer empty for the object as a whole
     */
    public void add(String pointer, String detail) {
        count++;
        if (told.size() < MOST_TOLD) {
            told.add(new Problem.Fault(null, pointer, Legible.text(detail)));
        }
    }

    /** The same, at no more cost than a count where no more faults are told. */
    public void add(Supplier<String> pointer, Supplier<String> detail) {
        if (told.size() < MOST_TOLD) {
            add(pointer.get(), detail.get());
        } else {
            count++;
        }
    }

    /**
     * Notes what is wrong with a title or a name.
     *
     * @param most how many characters it may have
     * @return the same without blanks at its ends
     */
    public String name(String pointer, String text, int most) {
        String name = Legible.stripped(text);
        check(Legible.isVisible(name), pointer, "This cannot be blank: at least one character has to be seen.");
        line(pointer, name, most);
        return name;
    }

    /**
     * Notes what is wrong with a text that stands on one line.
     *
     * @param text absent: nothing is wrong
     * @param most how many characters it may have
     */
    public void line(String pointer, @Nullable String text, int most) {
        if (text != null) {
            check(text.length() <= most, pointer, "This is at most " + most + " characters long.");
            check(
                    text.chars().noneMatch(Character::isISOControl),
                    pointer,
                    "This is plain text without line breaks and control characters.");
        }
    }

    /** Notes that there is no such member, and the nearest one that there is. */
    public void unknown(Supplier<String> pointer, String name, Iterable<String> known) {
        add(
                pointer,
                () -> "There is no member \"" + Legible.beginning(name, MAX_SHOWN) + "\"."
                        + Nearest.to(name, known)
                                .map(near -> " Did you mean \"" + near + "\"?")
                                .orElse(" Known here: " + String.join(", ", known) + "."));
    }

    /** Takes over what an object below has found out about itself. */
    public void addAll(Supplier<String> below, Problem problem) {
        if (problem.faults().isEmpty()) {
            add(below, problem::detail);
        }
        for (Problem.Fault fault : problem.faults()) {
            add(() -> below.get() + (fault.pointer() == null ? "" : fault.pointer()), fault::detail);
        }
    }

    /** How many there are so far. */
    public int count() {
        return count;
    }

    /** Refuses the content if there is any. */
    public void refuse() {
        if (count > 0) {
            throw Problem.invalidContent(told, count);
        }
    }
}
