package press.gazette.search.index.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.search.query.Correction;
import press.gazette.search.query.HitFilter;
import press.gazette.search.query.Match;
import press.gazette.search.query.SearchOrder;

/** Typing errors: of unknown words they are forgiven, of rare ones a better word is offered. */
class TypingErrorsTest {

    private final SmallIndex index = new SmallIndex();

    @AfterEach
    void close() throws Exception {
        index.close();
    }

    private static List<UUID> ids(String... names) {
        return Stream.of(names).map(SmallIndex::id).toList();
    }

    @Test
    void oneTypingErrorIsForgivenInUnknownWord() {
        index.put(Story.of("harbour", "Harbour dredged", "Work."), Story.of("other", "Weather", "Rain."));
        assertThat(index.ids("harbuor")).isEqualTo(ids("harbour"));
        assertThat(index.ids("ahrbour")).isEqualTo(ids("harbour"));
        assertThat(index.ask(SmallIndex.query("harbuor", HitFilter.ALL, SearchOrder.RELEVANCE, Match.WORDS, false))
                        .hits())
                .isEmpty();
    }

    @Test
    void rareWordIsCorrectedByOneThatFindsMore() {
        index.put(
                Story.of("1", "Harbour dredged", "x"),
                Story.of("2", "Harbour closed", "x"),
                Story.of("3", "Harbour reopened", "x"),
                Story.of("4", "Harboor, a misprint", "x"));
        assertThat(index.ask("harboor").hits()).hasSize(1);
        assertThat(index.ask("harboor").didYouMean()).isEqualTo(new Correction("harbour", 3));
        assertThat(index.ask("harbour").didYouMean()).isNull();
    }

    @Test
    void knownWordHasNoTypingError() {
        index.put(Story.of("a", "The bread", "Bread."), Story.of("b", "The breed", "Breed."));
        assertThat(index.ids("bread")).isEqualTo(ids("a"));
    }
}
