package press.gazette.search.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words of articles and of questions meet in the index, however each is written. */
class WordSplitterTest {

    /** Texts of articles and questions that find them by exact words. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "en | Müller wins | muller",
                "en | Müller wins | Mueller",
                "en | Mueller wins | Müller",
                "en | Muller wins | Müller",
                "de | Größe zählt | grosse",
                "en | Björn Ødegård | odegard",
                "en | Björn Ødegård | oedegaard",
                "en | the U.S. Senate | US",
                "en | the US Senate | U.S.",
                "en | J.K. Rowling | jk",
                "en | 10,000 people | 10000",
                "en | 10.000 people | 10,000",
                "en | 10 000 people | 10000",
                "en | 10\u00a0000 people | 10.000",
                "en | 10'000 people | 10000",
                "en | 1,234,567 votes | 1 234 567",
                "en | Elena’s story | elena",
                "en | Elena's story | Elena’s",
                "en | COVID-19 cases | covid",
                "fr | l’énergie d'hier | energie",
                "fr | qu'elle | elle",
                "ru | Всё ещё | все",
                "ru | Путин | ПУТИН",
                "el | Αθήνα | αθηνα",
                "el | λόγος | ΛΟΓΟΣ",
                "ja | 日本銀行は | 銀行",
                "ja | 日本銀行は | 銀",
                "ja | ｶﾞｿﾘﾝ | ガソリン",
                "en | Mu\u0308ller | muller",
                "en | co\u00adoperate | cooperate",
                "ar | ١٢٣ | 123",
                "th | สวัสดีชาวโลก | ชาว"
            })
    void questionFindsText(String language, String text, String question) {
        Set<String> indexed = texts(WordSplitter.of(WordSplitter.exact(language), text));
        assertThat(texts(WordSplitter.asked(question))).as("of " + indexed).anyMatch(indexed::contains);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | elections | election",
                "en | running | runs",
                "de | Häuser | Haus",
                "de | Mueller | Müller",
                "fr | nationales | national",
                "ru | выборы | выборов",
                "es | ciudades | ciudad",
                "sv | bilar | bil"
            })
    void formsOfOneWordShareTheirStem(String language, String one, String other) {
        assertThat(texts(WordSplitter.of(WordSplitter.stemmed(language), one)))
                .isEqualTo(texts(WordSplitter.of(WordSplitter.stemmed(language), other)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"en | news | new", "ru | край | краю"})
    void exactWordsStayApart(String language, String one, String other) {
        assertThat(texts(WordSplitter.of(WordSplitter.exact(language), one)))
                .isNotEqualTo(texts(WordSplitter.of(WordSplitter.exact(language), other)));
    }

    @Test
    void japaneseQuestionIsPairsOfCharacters() {
        assertThat(WordSplitter.asked("日本銀行").stream().map(WordSplitter.Word::text))
                .containsExactly("日本", "本銀", "銀行");
    }

    @Test
    void yearBesideNumberStaysApart() {
        assertThat(texts(WordSplitter.asked("2024 100"))).isEqualTo(Set.of("2024", "100"));
        assertThat(texts(WordSplitter.asked("3.14"))).isEqualTo(Set.of("3.14"));
    }

    @Test
    void placesAreThoseOfTheOriginalText() {
        String text = "Über Müller: 10 000 Fragen";
        List<WordSplitter.Word> words = WordSplitter.of(WordSplitter.exact("de"), text);
        assertThat(words.stream().map(word -> text.substring(word.start(), word.end())))
                .contains("Müller", "10 000", "Fragen");
    }

    @Test
    void stopWordsAreKnownByLanguage() {
        assertThat(WordSplitter.isStopWord("en", "What")).isTrue();
        assertThat(WordSplitter.isStopWord("en-GB", "the")).isTrue();
        assertThat(WordSplitter.isStopWord("de", "und")).isTrue();
        assertThat(WordSplitter.isStopWord("en", "election")).isFalse();
        assertThat(WordSplitter.isStopWord("xx", "the")).isFalse();
    }

    private static Set<String> texts(List<WordSplitter.Word> words) {
        Set<String> texts = new TreeSet<>();
        words.forEach(word -> texts.add(word.text()));
        return texts;
    }
}
