package press.gazette.body.inline;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One line of text with two members in JSON: plain characters for all clients, and the same line as inline text if it
 * has marks or links.
 *
 * @param plain the characters; absent: no line
 * @param rich the same line as inline text; absent if it has no marks or links
 */
public record Line(@Nullable String plain, @Nullable List<Span> rich) {

    private static final Line NONE = new Line(null, null);

    /**
     * The line in its normal form.
     *
     * @param component the name of the plain member; the name of the rich member adds {@code Text}
     * @throws IllegalArgumentException if both are given and their characters differ
     */
    public static Line of(String component, @Nullable String plain, @Nullable List<Span> rich) {
        String given = Prose.line(component, plain);
        if (rich == null || rich.isEmpty()) {
            return new Line(given, null);
        }
        Line line = of(component, rich);
        if (given != null && !given.equals(line.plain)) {
            throw new IllegalArgumentException(
                    component + " and " + component + "Text must say the same; leave out the one that is not meant.");
        }
        return line;
    }

    /** The line made of inline text. Its line breaks become blanks. */
    public static Line of(String component, List<Span> spans) {
        List<Span> normal = Spans.oneLine(spans);
        String words = Prose.line(component, Spans.plain(normal));
        if (words == null) {
            return NONE;
        }
        boolean bare = normal.size() == 1 && normal.get(0).isBare();
        return new Line(words, bare ? null : normal);
    }

    /** The line as inline text, made of the plain characters if there is no inline text; empty: no line. */
    public List<Span> spans() {
        if (rich != null) {
            return rich;
        }
        return plain == null ? List.of() : List.of(Span.of(plain));
    }

    public static List<Span> spans(@Nullable String plain, @Nullable List<Span> rich) {
        return new Line(plain, rich).spans();
    }
}
