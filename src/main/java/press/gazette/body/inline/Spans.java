package press.gazette.body.inline;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The normal form of running text. Adjacent spans differ in style, apart from readings and footnotes, and no span is
 * empty. Blanks are collapsed as in a browser. No line begins or ends with a blank, and no line is empty. A blank
 * between differently marked words carries no mark, and carries a link only if both words do; this also lets Markdown
 * express every mark. Characters are composed (NFC), and XML 1.0 allows all of them.
 */
public final class Spans {

    private static final Pattern SPACES = Pattern.compile(" +");

    private final StringBuilder text = new StringBuilder();
    private final List<Style> styles = new ArrayList<>();

    private Spans() {}

    /** The text in normal form; empty if nothing in it is visible. */
    public static List<Span> normal(List<Span> raw) {
        // Stored text is in normal form already, so this check pays at every read.
        return isNormal(raw) ? List.copyOf(raw) : normalised(raw);
    }

    private static List<Span> normalised(List<Span> raw) {
        List<Span> spans = all(raw).collapsed().regrouped();
        return Prose.hasInk(plain(spans)) ? List.copyOf(spans) : List.of();
    }

    /** True only if {@link #normalised} leaves the text unchanged. Text of several lines is not recognised. */
    private static boolean isNormal(List<Span> raw) {
        int last = raw.size() - 1;
        for (int i = 0; i <= last; i++) {
            if (!Prose.isPlain(raw.get(i).text(), i == 0, i == last)
                    || (i > 0 && !isBoundary(raw.get(i - 1), raw.get(i)))) {
                return false;
            }
        }
        return last >= 0;
    }

    /** True if two spans differ in style and a blank between them is in the right one; see {@link #gapStyle}. */
    private static boolean isBoundary(Span before, Span after) {
        Style one = Style.of(before);
        Style other = Style.of(after);
        Style gap = one.common(other);
        return !one.equals(other)
                && (!before.text().endsWith(" ") || one.equals(gap))
                && (!after.text().startsWith(" ") || other.equals(gap));
    }

    /** The text of a component in normal form. Rejected if nothing in it is visible. */
    public static List<Span> required(String component, @Nullable List<@Nullable Span> raw) {
        List<Span> given = raw == null ? List.of() : present(raw);
        if (raw == null || given.size() < raw.size()) {
            throw new IllegalArgumentException(
                    component + " must be a list of spans, such as [{\"text\": \"Good morning\"}].");
        }
        List<Span> spans = normal(given);
        if (spans.isEmpty()) {
            throw new IllegalArgumentException(component + " must hold at least one visible character.");
        }
        return spans;
    }

    private static List<Span> present(List<@Nullable Span> raw) {
        List<Span> present = new ArrayList<>(raw.size());
        for (Span span : raw) {
            if (span != null) {
                present.add(span);
            }
        }
        return present;
    }

    /** The first of the texts that is not empty, without marks; empty: all are. */
    public static String firstWords(Stream<List<Span>> texts) {
        return texts.filter(text -> !text.isEmpty())
                .findFirst()
                .map(Spans::plain)
                .orElse("");
    }

    /** The characters without marks and links. */
    public static String plain(List<Span> spans) {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }

    /** UTF-16 units of {@link #plain}. */
    public static long length(List<Span> spans) {
        return spans.stream().mapToLong(span -> span.text().length()).sum();
    }

    /** The text on one line: line breaks become blanks. */
    public static List<Span> oneLine(List<Span> spans) {
        List<Span> normal = normal(spans);
        if (normal.stream().noneMatch(span -> span.text().indexOf('\n') >= 0)) {
            return normal;
        }
        return normal(normal.stream()
                .map(span -> Style.of(span).span(span.text().replace('\n', ' ')))
                .toList());
    }

    /** The index in {@link #plain} at which the last line begins; 0 if there is one line. */
    static int lastLine(List<Span> spans) {
        return plain(spans).lastIndexOf('\n') + 1;
    }

    /** The first {@code length} characters, in normal form. */
    static List<Span> first(int length, List<Span> spans) {
        List<Span> kept = new ArrayList<>();
        int left = length;
        for (Span span : spans) {
            String text = span.text().substring(0, Math.min(left, span.text().length()));
            if (!text.isEmpty()) {
                kept.add(Style.of(span).span(text));
            }
            left -= text.length();
        }
        return normal(kept);
    }

    /** The text after the first {@code length} characters, in normal form. */
    static List<Span> from(int length, List<Span> spans) {
        List<Span> kept = new ArrayList<>();
        int left = length;
        for (Span span : spans) {
            String text = span.text().substring(Math.min(left, span.text().length()));
            if (!text.isEmpty()) {
                kept.add(Style.of(span).span(text));
            }
            left = Math.max(0, left - span.text().length());
        }
        return normal(kept);
    }

    /** The lines with a line break between them, in normal form. */
    public static List<Span> joined(List<List<Span>> lines) {
        List<Span> spans = new ArrayList<>();
        for (List<Span> line : lines) {
            spans.addAll(line);
            spans.add(Span.of("\n"));
        }
        return normal(spans);
    }

    private static Spans all(List<Span> raw) {
        Spans all = new Spans();
        for (Span span : raw) {
            String clean = Prose.clean(span.text());
            // A Markdown code span and a ruby reading are one line each.
            boolean flat = span.has(Mark.CODE) || span.ruby() != null;
            all.append(flat ? clean.replace('\n', ' ') : clean, Style.of(span));
        }
        return all;
    }

    private void append(CharSequence characters, Style style) {
        text.append(characters);
        for (int i = 0; i < characters.length(); i++) {
            styles.add(style);
        }
    }

    private Spans collapsed() {
        Spans kept = new Spans();
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && Prose.blank(text.charAt(end))) {
                end++;
            }
            boolean outside = at == 0 || end == text.length();
            if (end > at && !outside) {
                kept.append(gap(at, end), gapStyle(at, end));
            }
            if (end < text.length()) {
                kept.text.append(text.charAt(end));
                kept.styles.add(styles.get(end));
            }
            at = end + 1;
        }
        return kept;
    }

    private String gap(int from, int to) {
        String blanks = text.substring(from, to);
        if (blanks.length() == 1) {
            return blanks;
        }
        return blanks.indexOf('\n') >= 0 ? "\n" : SPACES.matcher(blanks).replaceAll(" ");
    }

    private Style gapStyle(int from, int to) {
        Style style = styles.get(from - 1);
        for (Style other : styles.subList(from, to + 1)) {
            style = isSame(style, other) ? style : style.common(other);
        }
        return style;
    }

    private List<Span> regrouped() {
        List<Span> spans = new ArrayList<>();
        int from = 0;
        for (int at = 1; at <= text.length(); at++) {
            if (at == text.length() || !isSame(styles.get(at), styles.get(from))) {
                spans.add(styles.get(from).span(Prose.composed(text.substring(from, at))));
                from = at;
            }
        }
        return spans;
    }

    @SuppressWarnings("ReferenceEquality") // each raw span has a style of its own
    private static boolean isSame(Style one, Style other) {
        return one == other || (!one.standsAlone() && one.equals(other));
    }
}
