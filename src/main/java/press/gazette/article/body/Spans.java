package press.gazette.article.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import press.gazette.problem.Legible;

/**
 * The normal form of running text. Adjacent spans differ in marks or link; none is empty; blanks are collapsed as a
 * browser collapses them; no line begins or ends with a blank and no two line breaks follow one another; blanks
 * between differently marked words carry no mark, and a link only where both words carry it (which is also what lets
 * Markdown carry every mark);
 * characters are in composed form (NFC) and every one of them may stand in XML 1.0.
 */
final class Spans {

    private static final Span PLAIN = Span.of("");
    private static final Pattern SPACES = Pattern.compile(" +");

    private final StringBuilder text = new StringBuilder();
    private final List<Span> styles = new ArrayList<>();

    private Spans() {}

    /** The normal form; empty when nothing would be seen. */
    static List<Span> normal(List<Span> raw) {
        // What was stored is in normal form, and most paragraphs are one span: the glance is worth it.
        if (raw.size() == 1 && Prose.isPlain(raw.get(0).text())) {
            return List.copyOf(raw);
        }
        List<Span> spans = all(raw).collapsed().regrouped();
        return Legible.isVisible(plain(spans)) ? List.copyOf(spans) : List.of();
    }

    /** The normal form of a component that must show something. */
    static List<Span> required(String component, @Nullable List<@Nullable Span> raw) {
        if (raw == null || raw.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException(
                    component + " must be a list of spans, such as [{\"text\": \"Good morning\"}].");
        }
        List<Span> spans = normal(raw.stream().map(Objects::requireNonNull).toList());
        if (spans.isEmpty()) {
            throw new IllegalArgumentException(component + " must hold at least one visible character.");
        }
        return spans;
    }

    /** The characters without marks and links. */
    static String plain(List<Span> spans) {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }

    /** The same text on one line. */
    static List<Span> oneLine(List<Span> spans) {
        return normal(spans.stream()
                .map(span -> new Span(span.text().replace('\n', ' '), span.marks(), span.href()))
                .toList());
    }

    /** Where the last line begins: after that many characters of {@link #plain}. Zero when there is one line. */
    static int lastLine(List<Span> spans) {
        return plain(spans).lastIndexOf('\n') + 1;
    }

    /** The first {@code length} characters, in normal form. */
    static List<Span> first(int length, List<Span> spans) {
        List<Span> kept = new ArrayList<>();
        int left = length;
        for (Span span : spans) {
            String text = span.text().substring(0, Math.min(left, span.text().length()));
            kept.add(new Span(text, span.marks(), span.href()));
            left -= text.length();
        }
        return normal(kept);
    }

    /** Lines beneath one another, in normal form. */
    static List<Span> joined(List<List<Span>> lines) {
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
            Span style = new Span("", span.marks(), span.href());
            // A Markdown code span is one line.
            all.append(span.has(Mark.CODE) ? clean.replace('\n', ' ') : clean, style);
        }
        return all;
    }

    private void append(CharSequence characters, Span style) {
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

    private Span gapStyle(int from, int to) {
        Span style = styles.get(from - 1);
        List<Span> gapAndNext = styles.subList(from, to + 1);
        if (gapAndNext.stream().allMatch(style::equals)) {
            return style;
        }
        boolean withinLink = gapAndNext.stream().allMatch(other -> Objects.equals(other.href(), style.href()));
        return withinLink ? new Span("", Set.of(), style.href()) : PLAIN;
    }

    private List<Span> regrouped() {
        List<Span> spans = new ArrayList<>();
        int from = 0;
        for (int at = 1; at <= text.length(); at++) {
            if (at == text.length() || !styles.get(at).equals(styles.get(from))) {
                Span style = styles.get(from);
                spans.add(new Span(Prose.composed(text.substring(from, at)), style.marks(), style.href()));
                from = at;
            }
        }
        return spans;
    }
}
