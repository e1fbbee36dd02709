package press.gazette.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;
import press.gazette.search.query.Term.Any;
import press.gazette.search.query.Term.Not;
import press.gazette.search.query.Term.Phrase;
import press.gazette.search.query.Term.Prefix;
import press.gazette.search.query.Term.Word;

class QuestionTest {

    @Test
    void wordsPhrasesPrefixesExclusionsAndAlternativesAreTerms() {
        assertThat(Question.parse("harbour \"dry dock\" -opera -\"foghorn of old\" tram|bus council*")
                        .terms())
                .containsExactly(
                        word("harbour"),
                        new Phrase(null, "dry dock"),
                        new Not(word("opera")),
                        new Not(new Phrase(null, "foghorn of old")),
                        new Any(List.of(word("tram"), word("bus"))),
                        new Prefix(null, "council"));
    }

    @Test
    void fieldHoldsForAllAlternativesBehindIt() {
        assertThat(Question.parse("title:tide byline:\"Elena Marsh\" -body:salt Title:dock|quay|body:ship|\"old port\"")
                        .terms())
                .containsExactly(
                        new Word(TextField.TITLE, "tide"),
                        new Phrase(TextField.BYLINE, "Elena Marsh"),
                        new Not(new Word(TextField.BODY, "salt")),
                        new Any(List.of(
                                new Word(TextField.TITLE, "dock"),
                                new Word(TextField.TITLE, "quay"),
                                new Word(TextField.BODY, "ship"),
                                new Phrase(TextField.BODY, "old port"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"dry dock\"", "“dry dock”", "„dry dock“", "«dry dock»", "»dry  dock«", "\" dry\tdock \""})
    void quotesOfAllLanguagesMakePhrases(String text) {
        assertThat(Question.parse(text).terms()).containsExactly(new Phrase(null, "dry dock"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dunmore's", "Dunmore’s", "Dunmore‘s", "Dunmoreʼs"})
    void apostrophesAreOneCharacter(String text) {
        assertThat(Question.parse(text).terms()).containsExactly(word("Dunmore's"));
    }

    @Test
    void groupsOfDigitsAreOneNumber() {
        assertThat(Question.parse("10 000 homes").terms()).containsExactly(word("10 000"), word("homes"));
        assertThat(Question.parse("title:1 000 000").terms()).containsExactly(new Word(TextField.TITLE, "1 000 000"));
        assertThat(Question.parse("2026 100 -200 300").terms())
                .containsExactly(word("2026"), word("100"), new Not(word("200")), word("300"));
    }

    @Test
    void lettersAreComposed() {
        assertThat(Question.parse("Mu\u0308ller")).isEqualTo(Question.parse("M\u00fcller"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "harbour - port → harbour port",
                "harbour – port → harbour port",
                "harbour | The Gazette → harbour The Gazette",
                "|harbour|→harbour",
                "harbour||port→harbour|port",
                "--harbour→--harbour",
                "title: harbour→title: harbour",
                "standfirst:harbour→standfirst:harbour",
                "\"dry dock→dry dock",
                "dry\" dock→dry dock",
                "ab* harbour→ab* harbour",
                "har*bour→har*bour",
                "* harbour→harbour",
                "harbour \"\" \"?!\" -!!! -\"…\"→harbour",
                "title:* harbour→harbour",
                "(harbour AND port)→(harbour AND port)",
                "field:[* TO *]→field:[* TO",
                "/har.*r/ harbour~2 port^9→/har.*r/ harbour~2 port^9",
                "日本銀行→日本銀行",
                "日本　銀行→日本 銀行",
                "🎉→🎉",
                "C++ R&D 10,000 U.S. COVID-19→C++ R&D 10,000 U.S. COVID-19",
                "wind\u00a0yard→wind yard",
            })
    void everythingElseIsText(String text, String written) {
        Question question = Question.parse(text);

        assertThat(question.text()).isEqualTo(written);
        assertThat(question.terms()).noneMatch(Prefix.class::isInstance).noneMatch(Not.class::isInstance);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "''→1→a word is expected",
                "'   '→1→a word is expected",
                "***→1→a word is expected",
                "*:*→1→a word is expected",
                "((((→1→a word is expected",
                "\"\"\"\"\"→1→a word is expected",
                "\ufffd\ufffd→1→a word is expected",
                "'  -opera'→3→a word to find is missing",
                "?! -opera -tram→4→a word to find is missing",
                "a b c d e f g h i j k l m n o p -q→33→this word is one too many",
            })
    void uselessQuestionIsRejectedAtItsCharacter(String text, int character, String detail) {
        assertThatThrownBy(() -> Question.parse(text))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.type()).isEqualTo(ProblemType.INVALID_PARAMETER);
                    assertThat(problem.faults())
                            .singleElement()
                            .extracting("parameter")
                            .isEqualTo("q");
                })
                .hasMessageStartingWith("At character " + character + " of q " + detail);
    }

    @Test
    void twoHundredCharactersAreTheMost() {
        assertThat(Question.parse("x".repeat(200)).terms()).hasSize(1);
        assertThatThrownBy(() -> Question.parse("x".repeat(201))).hasMessageStartingWith("At character 201 of q");
        assertThatThrownBy(() -> Question.parse("\"".repeat(10_000))).hasMessageStartingWith("At character 201 of q");
    }

    @Test
    void sixteenTermsAreTheMostAndPunctuationIsNone() {
        String sixteen = String.join(" ? ", Collections.nCopies(16, "tide"));

        assertThat(Question.parse(sixteen).terms()).hasSize(16);
        assertThatThrownBy(() -> Question.parse(sixteen + " tide")).hasMessageContaining("at most 16");
        assertThat(Question.parse(sixteen.replace(" ? ", "|")).terms()).hasSize(1);
        assertThatThrownBy(() -> Question.parse(sixteen.replace(" ? ", "|") + "|tide"))
                .hasMessageStartingWith("At character 1 of q this word is one too many");
        assertThat(Question.parse("1" + " 000".repeat(20)).terms()).hasSize(1);
    }

    @Test
    void writtenQuestionIsTheSameQuestion() {
        String text = "-title:\"dry dock\"|quay tide byline:el* harb* \"The Who\" body:müller|10,000";
        Question question = Question.parse(text);

        assertThat(Question.parse(question.text())).isEqualTo(question);
    }

    @Test
    void wantedWordsAreReplacedAndNothingElse() {
        assertThat(Question.parse("harbor -harbor \"harbor\" harbor* title:harbor|port")
                        .with(word -> word.equals("harbor") ? "harbour" : word)
                        .text())
                .isEqualTo("harbour -harbor \"harbor\" harbor* title:harbour|title:port");
    }

    @Test
    void anyTextIsAQuestionOrAProblem() {
        Random random = new Random(7);
        String alphabet = "ab|-\":*“«’\u0000\u200d\ud83c\udf89\ud800\u0301( \u3000title:銀Ж1";
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(40); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            Question question = parsed(text.toString());
            if (question != null) {
                assertThat(question.terms()).hasSizeBetween(1, 16).anyMatch(Term.Wanted.class::isInstance);
                assertThat(question.text())
                        .doesNotContain("\u0000")
                        .as("of %s", text)
                        .isNotBlank();
            }
        }
    }

    private static Question parsed(String text) {
        try {
            return Question.parse(text);
        } catch (Problem problem) {
            assertThat(problem.detail().toLowerCase(Locale.ROOT)).startsWith("at character ");
            return null;
        }
    }

    private static Word word(String text) {
        return new Word(null, text);
    }
}
