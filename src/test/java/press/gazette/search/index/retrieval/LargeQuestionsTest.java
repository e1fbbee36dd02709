package press.gazette.search.index.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static press.gazette.search.index.retrieval.SmallIndex.id;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import press.gazette.search.query.HitFilter;
import press.gazette.search.query.IndexQuery;
import press.gazette.search.query.Match;
import press.gazette.search.query.Question;
import press.gazette.search.query.SearchOrder;
import press.gazette.search.question.AskedQuestion;
import press.gazette.search.question.IndexWords;
import press.gazette.search.question.TermQueries;

/** The largest questions stay small for the index, even if it has words without number. */
class LargeQuestionsTest {

    private static final List<String> BEGINNINGS = IntStream.range(0, 16)
            .mapToObj(number -> "q" + (char) ('a' + number) + "z")
            .toList();

    private static final int WORDS_OF_EACH = 6_250;

    private static SmallIndex index;

    @BeforeAll
    static void fillIndex() {
        StringBuilder body = new StringBuilder();
        for (String begun : BEGINNINGS) {
            for (int i = 0; i < WORDS_OF_EACH; i++) {
                body.append(begun).append(letters(i)).append(' ');
            }
        }
        index = new SmallIndex().put(Story.of("words", "Words", body.toString()), Story.of("kanji", kanji(190), "x"));
    }

    @AfterAll
    static void closeIndex() throws Exception {
        index.close();
    }

    private static String letters(int number) {
        StringBuilder letters = new StringBuilder();
        for (int rest = number, i = 0; i < 4; i++, rest /= 26) {
            letters.append((char) ('a' + rest % 26));
        }
        return letters.toString();
    }

    private static String kanji(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Character.toString(0x4e00 + 7 * number))
                .collect(Collectors.joining());
    }

    /** The words that the index looks up for a question, each in each text. */
    private static int leaves(String q) throws IOException {
        Snapshot snapshot = index.snapshot();
        IndexQuery query = SmallIndex.query(q);
        SnapshotQueries queries = new SnapshotQueries(snapshot, query.deadline());
        AskedQuestion<Query> question = new AskedQuestion<>(
                query.question(), Match.WORDS, new TermQueries<>(queries, queries, List.of("en"), query));
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        question.conditions(question.needed().get(0)).forEach(each -> all.add(each, Occur.FILTER));
        question.scores().forEach(each -> all.add(each, Occur.SHOULD));
        AtomicInteger leaves = new AtomicInteger();
        all.build().visit(new QueryVisitor() {
            @Override
            public void consumeTerms(Query leaf, Term... terms) {
                leaves.addAndGet(terms.length);
            }
        });
        return leaves.get();
    }

    @Test
    void sixteenFullPrefixesStandForFewWords() throws IOException {
        String q = BEGINNINGS.stream().map(each -> each + "*").collect(Collectors.joining(" "));
        assertThat(leaves(q)).isBetween(16 * 6, 200 * 6);
        assertThat(index.ids(q)).containsExactly(id("words"));
        assertThat(index.ids(q.replace(' ', '|'))).containsExactly(id("words"));
    }

    @Test
    void sixteenMisspeltWordsStandForFewWords() throws IOException {
        String q = BEGINNINGS.stream().map(each -> each + "aaayy").collect(Collectors.joining(" "));
        assertThat(leaves(q)).isLessThan(200 * 14 + 16 * 10);
        assertThat(index.ids(q)).containsExactly(id("words"));
    }

    @Test
    void longSentenceWithoutSpacesIsCut() throws IOException {
        assertThat(leaves(kanji(190))).isBetween(6, IndexWords.MOST_EXPANSIONS * 6);
        assertThat(index.ids(kanji(190))).containsExactly(id("kanji"));
    }

    @Test
    void walkOfWordsEndsAtTheDeadline() {
        for (String q : List.of(BEGINNINGS.get(0) + "*", BEGINNINGS.get(0) + "aaayy")) {
            IndexQuery late = new IndexQuery(
                    Question.parse(q),
                    Match.WORDS,
                    true,
                    HitFilter.ALL,
                    SearchOrder.RELEVANCE,
                    SmallIndex.NOW,
                    null,
                    1,
                    Set.of(),
                    false,
                    false,
                    System.nanoTime() - 1);
            try (SmallIndex unread = new SmallIndex()) {
                unread.put(Story.of("words", "Words", BEGINNINGS.get(0) + "aaaay"));
                assertThatThrownBy(() -> unread.ask(late)).isInstanceOf(Retrieval.TooSlow.class);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
