package press.gazette.search.index.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import press.gazette.search.query.ArticleWords;
import press.gazette.search.query.Highlight;
import press.gazette.search.query.Question;
import press.gazette.search.query.TextField;

/** Highlights are plain text and ranges of the words found. */
class WordHighlighterTest {

    private final WordHighlighter highlighter = new WordHighlighter();

    private List<Highlight> highlights(String q, String language, String title, String body) {
        return highlighter.highlights(
                Question.parse(q), new ArticleWords(language, title, null, "By Elena Marsh", body));
    }

    private static List<String> marked(Highlight highlight) {
        return highlight.ranges().stream()
                .map(range -> highlight.text().substring(range.get(0), range.get(1)))
                .toList();
    }

    @Test
    void titleIsWholeAndWordsAreMarkedAsWritten() {
        Highlight title = highlights("muller elections", "en", "Müller’s <b>election</b> & more", "Nothing.")
                .get(0);
        assertThat(title.field()).isEqualTo(TextField.TITLE);
        assertThat(title.text()).isEqualTo("Müller’s <b>election</b> & more");
        assertThat(marked(title)).containsExactly("Müller’s", "election");
    }

    @Test
    void bodyHasTwoPassagesWithTheMostWords() {
        String filler = "Lorem words without meaning fill this long line for a while. ".repeat(5);
        String body = "A harbour stands alone here.\n" + filler + "\nThe harbour budget passed.\n" + filler
                + "\nAgain the harbour budget was debated.";
        List<Highlight> found = highlights("harbour budget", "en", "Title", body);
        assertThat(found)
                .extracting(Highlight::text)
                .containsExactly("The harbour budget passed.", "Again the harbour budget was debated.");
        assertThat(found).allSatisfy(each -> assertThat(marked(each)).hasSizeGreaterThanOrEqualTo(1));
    }

    @Test
    void phraseMarksItsWordsTogetherOnly() {
        assertThat(highlights("\"the who\"", "en", "Who saw the band The Who", "Nothing."))
                .singleElement()
                .satisfies(title -> assertThat(marked(title)).containsExactly("The Who"));
        assertThat(highlights("title:marsh", "en", "Weather", "The marsh.")).isEmpty();
        assertThat(highlights("mar*", "en", "Weather", "Nothing."))
                .singleElement()
                .satisfies(byline -> assertThat(marked(byline)).containsExactly("Marsh"));
    }

    @Test
    void japaneseAndEmojiAreNotCutThrough() {
        String body = "😀".repeat(70) + "日本銀行" + "😀".repeat(90);
        assertThat(highlights("日本銀行", "ja", "題", body)).singleElement().satisfies(passage -> {
            assertThat(marked(passage)).containsExactly("日本銀行");
            assertThat(passage.text()).hasSizeLessThanOrEqualTo(Highlight.LONGEST_PASSAGE);
            assertThat(Character.isLowSurrogate(passage.text().charAt(0))).isFalse();
            assertThat(Character.isHighSurrogate(
                            passage.text().charAt(passage.text().length() - 1)))
                    .isFalse();
        });
    }

    @Test
    void rangesOfAnyTextAreInOrderAndWithinIt() {
        Random random = new Random(11);
        String[] parts = {
            "harbour", "Harbours", " ", "\n", "budget", "x", "😀", "日本", "É", ".", "harbour-budget", "10 000"
        };
        for (int i = 0; i < 500; i++) {
            StringBuilder body = new StringBuilder();
            for (int j = random.nextInt(80); j >= 0; j--) {
                body.append(parts[random.nextInt(parts.length)]);
            }
            for (Highlight each :
                    highlights("harbour budget 日本 10000 \"harbour budget\"", "en", "T", body.toString())) {
                assertThat(each.text()).hasSizeLessThanOrEqualTo(Highlight.LONGEST_PASSAGE);
                assertThat(body.toString()).contains(each.text());
                int last = -1;
                assertThat(each.ranges()).isNotEmpty();
                for (List<Integer> range : each.ranges()) {
                    assertThat(range.get(0)).isGreaterThan(last);
                    assertThat(range.get(1))
                            .isGreaterThan(range.get(0))
                            .isLessThanOrEqualTo(each.text().length());
                    last = range.get(1);
                }
            }
        }
    }
}
