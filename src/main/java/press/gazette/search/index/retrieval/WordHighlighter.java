package press.gazette.search.index.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import press.gazette.search.query.ArticleWords;
import press.gazette.search.query.Highlight;
import press.gazette.search.query.Highlighter;
import press.gazette.search.query.Question;
import press.gazette.search.query.TextField;

/** Finds words in the texts of an article by the same chains that indexed it. */
@Singleton
public final class WordHighlighter implements Highlighter {

    private static final int MOST_PASSAGES = 2;

    /** Text before the first word of a passage, so that a reader sees where it stands. */
    private static final int BEFORE = 50;

    @Override
    public List<Highlight> highlights(Question question, ArticleWords article) {
        WordMarks marks = new WordMarks(question, article.language());
        List<Highlight> all = new ArrayList<>();
        addWhole(all, TextField.TITLE, article.title(), marks);
        addWhole(all, TextField.STANDFIRST, article.standfirst(), marks);
        addWhole(all, TextField.BYLINE, article.byline(), marks);
        addPassages(all, article.body(), marks);
        return List.copyOf(all);
    }

    private static void addWhole(List<Highlight> all, TextField field, @Nullable String text, WordMarks marks) {
        if (text != null) {
            List<WordMarks.Place> found = marks.in(field, text);
            if (!found.isEmpty()) {
                all.add(highlight(field, text, 0, text.length(), found));
            }
        }
    }

    private static Highlight highlight(TextField field, String text, int start, int end, List<WordMarks.Place> marks) {
        return new Highlight(
                field,
                text.substring(start, end),
                marks.stream()
                        .filter(mark -> mark.start() >= start && mark.end() <= end)
                        .map(mark -> List.of(mark.start() - start, mark.end() - start))
                        .toList());
    }

    /** A part of a body with some marks. */
    private record Passage(int start, int end, List<WordMarks.Place> marks) {

        /** Different terms first, then marks. */
        int value() {
            long terms =
                    marks.stream().mapToInt(WordMarks.Place::term).distinct().count();
            return Math.toIntExact(terms * Highlight.LONGEST_PASSAGE + marks.size());
        }
    }

    private static void addPassages(List<Highlight> all, String body, WordMarks marks) {
        List<WordMarks.Place> found = marks.in(TextField.BODY, body);
        List<Passage> passages = new ArrayList<>();
        for (int i = 0; i < found.size(); ) {
            Passage passage = from(body, found, i);
            if (!passage.marks().isEmpty()) {
                passages.add(passage);
            }
            i += Math.max(1, passage.marks().size());
        }
        passages.stream()
                .sorted(Comparator.comparingInt(Passage::value).reversed())
                .limit(MOST_PASSAGES)
                .sorted(Comparator.comparingInt(Passage::start))
                .forEach(each -> all.add(highlight(TextField.BODY, body, each.start(), each.end(), each.marks())));
    }

    /** The passage that begins shortly before a mark, in the line of the mark. */
    private static Passage from(String body, List<WordMarks.Place> marks, int first) {
        WordMarks.Place mark = marks.get(first);
        int lineStart = lineStart(body, mark.start());
        int lineEnd = lineEnd(body, mark.start());
        int earliest = first == 0 ? 0 : marks.get(first - 1).end();
        int start = Math.max(Math.max(lineStart, earliest), startBefore(body, lineStart, mark.start()));
        int end = endBehind(body, start, Math.min(lineEnd, start + Highlight.LONGEST_PASSAGE), lineEnd);
        while (start < end && Character.isWhitespace(body.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(body.charAt(end - 1))) {
            end--;
        }
        int last = end;
        int begin = start;
        // Marks do not overlap, so the first one that ends behind the passage is the last one to look at.
        return new Passage(
                start,
                end,
                marks.subList(first, marks.size()).stream()
                        .takeWhile(each -> each.end() <= last)
                        .filter(each -> each.start() >= begin)
                        .toList());
    }

    /** The start of the line; in a longer line, a place from which the passage does not begin. */
    private static int lineStart(String body, int mark) {
        int earliest = Math.max(0, mark - BEFORE - 1);
        for (int i = mark; i > earliest; i--) {
            if (body.charAt(i - 1) == '\n') {
                return i;
            }
        }
        return earliest;
    }

    /** The end of the line; in a longer line, a place behind the longest passage. */
    private static int lineEnd(String body, int mark) {
        int latest = Math.min(body.length(), mark + Highlight.LONGEST_PASSAGE + 1);
        for (int i = mark; i < latest; i++) {
            if (body.charAt(i) == '\n') {
                return i;
            }
        }
        return latest;
    }

    /** The start of the line, or of a word some characters before the mark. */
    private static int startBefore(String body, int lineStart, int mark) {
        int start = mark - BEFORE;
        if (start <= lineStart) {
            return lineStart;
        }
        for (int i = start; i < mark; i++) {
            if (Character.isWhitespace(body.charAt(i))) {
                return i + 1;
            }
        }
        return Character.isLowSurrogate(body.charAt(start)) ? start + 1 : start;
    }

    /** The end of a word before the limit; a text without spaces is cut at the limit. */
    private static int endBehind(String body, int start, int limit, int lineEnd) {
        if (limit >= lineEnd) {
            return lineEnd;
        }
        for (int i = limit; i > start + Highlight.LONGEST_PASSAGE / 2; i--) {
            if (Character.isWhitespace(body.charAt(i))) {
                return i;
            }
        }
        return Character.isLowSurrogate(body.charAt(limit)) ? limit - 1 : limit;
    }
}
