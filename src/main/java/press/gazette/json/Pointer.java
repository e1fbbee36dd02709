package press.gazette.json;

import org.jspecify.annotations.Nullable;

import press.gazette.problem.Legible;

/**
 * The way to a place in a JSON value (RFC 6901). Made for every value that is read but written out for faults only,
 * hence a chain.
 *
 * @param parent absent for the value as a whole
 * @param name of the member, or the index of the element
 */
record Pointer(@Nullable Pointer parent, String name) {

    static final Pointer WHOLE = new Pointer(null, "");

    /** No content of ours has a longer one; names that a client made up do not make an answer long. */
    private static final int LONGEST = 300;

    Pointer to(String name) {
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
        return Legible.beginning(text.toString(), LONGEST);
    }
}
