package press.gazette.json;

import org.jspecify.annotations.Nullable;

import press.gazette.problem.PrintableText;

/**
 * A JSON Pointer (RFC 6901). One is made for every value that is read but only written out for faults, hence a chain.
 *
 * @param parent null for the whole value
 * @param name of the member, or the index of the element
 */
public record Pointer(@Nullable Pointer parent, String name) {

    public static final Pointer WHOLE = new Pointer(null, "");

    /** Longer than any pointer into valid content. Bounds the response when a client invents long names. */
    private static final int LONGEST = 300;

    public Pointer to(String name) {
        return new Pointer(this, name);
    }

    Pointer to(int index) {
        return new Pointer(this, Integer.toString(index));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Pointer place = this; place.parent != null; place = place.parent) {
            text.insert(0, "/" + place.name.replace("~", "~0").replace("/", "~1"));
        }
        return PrintableText.beginning(text.toString(), LONGEST);
    }
}
