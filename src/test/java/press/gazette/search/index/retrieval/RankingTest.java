package press.gazette.search.index.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static press.gazette.search.index.retrieval.SmallIndex.NOW;
import static press.gazette.search.index.retrieval.SmallIndex.id;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.article.draft.ArticleType;
import press.gazette.search.query.Hit;
import press.gazette.search.query.HitFilter;
import press.gazette.search.query.Match;
import press.gazette.search.query.Proposal;
import press.gazette.search.query.SearchOrder;

/** Questions find the right articles, the best first. */
class RankingTest {

    private final SmallIndex index = new SmallIndex();

    @AfterEach
    void close() throws Exception {
        index.close();
    }

    private static List<UUID> ids(String... names) {
        return Stream.of(names).map(SmallIndex::id).toList();
    }

    private List<UUID> ids(String q, Match match) {
        return index.ask(SmallIndex.query(q, HitFilter.ALL, SearchOrder.RELEVANCE, match, true)).hits().stream()
                .map(Hit::id)
                .toList();
    }

    @Test
    void wordInHeadlineBeatsWordInBody() {
        index.put(
                Story.of("body", "Council meets", "The harbour was discussed at length, and the harbour again."),
                Story.of("title", "Harbour to be dredged", "Work begins on Monday."),
                Story.of("none", "Weather", "Rain."));
        assertThat(index.ids("harbour")).isEqualTo(ids("title", "body"));
    }

    @Test
    void nameOfTagFindsArticleInAnyScript() {
        index.put(
                Story.of("kremlin", "Kremlin replies", "A spokesman commented.").tagged("Putin", "Путин", "Poutine"),
                Story.of("other", "Weather", "Rain."));
        assertThat(index.ids("Путин")).isEqualTo(ids("kremlin"));
        assertThat(index.ids("poutine")).isEqualTo(ids("kremlin"));
        assertThat(index.ids("title:putin")).isEmpty();
    }

    @Test
    void newerOfEqualArticlesIsFirst() {
        index.put(
                Story.of("old", "Budget passed", "Same words.").published(NOW.minus(Duration.ofDays(3))),
                Story.of("new", "Budget passed", "Same words.").published(NOW.minus(Duration.ofDays(1))),
                Story.of("middle", "Budget passed", "Same words.").published(NOW.minus(Duration.ofDays(2))));
        assertThat(index.ids("budget")).isEqualTo(ids("new", "middle", "old"));
    }

    @Test
    void olderArticleWithMuchBetterWordsStaysFirst() {
        index.put(
                Story.of("old", "Harbour budget passed", "Harbour budget.").published(NOW.minus(Duration.ofDays(900))),
                Story.of("new", "Weather", "The budget of the harbour was rained on, one of many small remarks.")
                        .published(NOW));
        assertThat(index.ids("harbour budget")).isEqualTo(ids("old", "new"));
    }

    @Test
    void wordsSideBySideBeatWordsApart() {
        String filler = " and so on and so forth for many further words of no importance at all ";
        index.put(
                Story.of("apart", "Report", "climate" + filler + "summit"),
                Story.of("near", "Report", "climate summit" + filler),
                Story.of("reversed", "Report", "summit climate" + filler));
        assertThat(index.ids("climate summit")).isEqualTo(ids("near", "reversed", "apart"));
    }

    @Test
    void exactWordBeatsItsForms() {
        index.put(
                Story.of("plural", "Elections", "Many elections."),
                Story.of("singular", "Election", "One election."),
                Story.of("verb", "They elected", "Elected."));
        assertThat(index.ids("election").subList(0, 2)).isEqualTo(ids("singular", "plural"));
        assertThat(index.ids("news")).isEmpty();
    }

    @Test
    void newsDoesNotFindNew() {
        index.put(Story.of("new", "New bridge", "A new bridge."));
        assertThat(index.ids("news")).isEmpty();
    }

    @Test
    void formsFollowTheLanguageOfTheArticle() {
        index.put(
                Story.of("de", "Neue Häuser", "Die Häuser am Hafen.").in("de"),
                Story.of("fr", "Les élections nationales", "Le vote.").in("fr"),
                Story.of("en", "Weather", "Rain."));
        assertThat(index.ids("Haus")).isEqualTo(ids("de"));
        assertThat(index.ids("national election")).isEqualTo(ids("fr"));
    }

    @Test
    void phraseKeepsStopWords() {
        index.put(
                Story.of("band", "A concert by The Who", "They played."),
                Story.of("people", "Who played the concert", "The people who came."));
        assertThat(index.ids("\"The Who\"")).isEqualTo(ids("band"));
        assertThat(index.ids("the who")).hasSize(2).startsWith(id("band"));
    }

    @Test
    void prefixAndExclusionAndAlternatives() {
        index.put(
                Story.of("putin", "Putin speaks", "Energy."),
                Story.of("putins", "Putingrad explained", "Politics."),
                Story.of("merkel", "Merkel remembers", "Energy."));
        assertThat(index.ids("puti*")).containsExactlyInAnyOrderElementsOf(ids("putin", "putins"));
        assertThat(index.ids("energy -putin")).isEqualTo(ids("merkel"));
        assertThat(index.ids("putin|merkel")).containsExactlyInAnyOrderElementsOf(ids("putin", "merkel"));
        assertThat(index.ids("puti* -\"putingrad explained\"")).isEqualTo(ids("putin"));
    }

    @Test
    void exclusionKeepsOtherForms() {
        index.put(Story.of("new", "New bridge", "Open."), Story.of("news", "News of the bridge", "Open."));
        assertThat(index.ids("bridge -news")).isEqualTo(ids("new"));
    }

    @Test
    void fieldsNarrowAWord() {
        index.put(
                Story.of("by", "Weather", "Rain.").by("Elena Marsh"),
                Story.of("about", "Marsh dried out", "The wetland."));
        assertThat(index.ids("byline:marsh")).isEqualTo(ids("by"));
        assertThat(index.ids("title:marsh")).isEqualTo(ids("about"));
        assertThat(index.ids("marsh")).hasSize(2);
    }

    @Test
    void threeWordsAreAllNeededAndHalfOfMore() {
        index.put(
                Story.of("three", "Harbour budget vote", "x"),
                Story.of("two", "Harbour budget", "x"),
                Story.of("one", "Harbour", "x"));
        assertThat(index.ids("harbour budget vote")).isEqualTo(ids("three"));
        assertThat(index.ids("harbour budget vote council")).isEqualTo(ids("three", "two"));
        assertThat(ids("harbour budget vote", Match.ANY)).hasSize(3);
        assertThat(ids("harbour budget vote council", Match.ALL)).isEmpty();
    }

    @Test
    void questionOfTenWordsFindsItsArticle() {
        index.put(
                Story.of("ban", "Parliament bans plastic bags", "From next year shops may not give them away."),
                Story.of("bags", "Fashion week shows bags", "The bags were small."),
                Story.of("other", "What did they say about it", "When will the weather be better in this country"));
        assertThat(index.ids("when will the parliament ban plastic bags in this country?"))
                .startsWith(id("ban"));
        assertThat(index.ids("when will the parliament ban plastic bags in this country?"))
                .doesNotContain(id("other"));
    }

    @Test
    void wordsThatNoArticleHasTogetherAreRelaxed() {
        index.put(Story.of("a", "Harbour", "x"), Story.of("b", "Glacier", "x"));
        Proposal proposal = index.ask("harbour glacier");
        assertThat(proposal.relaxed()).isTrue();
        assertThat(proposal.hits()).hasSize(2);
        assertThat(proposal.total()).isEqualTo(2);
        assertThat(index.ask("harbour").relaxed()).isFalse();
        assertThat(ids("harbour glacier", Match.ALL)).isEmpty();
    }

    @Test
    void japaneseNameIsFoundInSentence() {
        index.put(
                Story.of("boj", "日本銀行が金利を引き上げ", "日本銀行は決定した。").in("ja"),
                Story.of("apart", "銀行と日本の行方", "銀座。").in("ja"));
        assertThat(index.ids("日本銀行")).isEqualTo(ids("boj"));
        assertThat(index.ids("銀行")).hasSize(2);
    }

    @Test
    void expiredArticleAndPageOfSiteStayHidden() {
        index.put(
                Story.of("expired", "Harbour", "x").expires(NOW),
                Story.of("later", "Harbour", "x").expires(NOW.plusSeconds(1)),
                Story.of("page", "Harbour", "x").type(ArticleType.PAGE));
        assertThat(index.ids("harbour")).isEqualTo(ids("later"));
        HitFilter pages =
                new HitFilter(null, java.util.Set.of(), java.util.Set.of(), ArticleType.PAGE, null, null, null, null);
        assertThat(index.ask(SmallIndex.query("harbour", pages)).hits())
                .extracting(Hit::id)
                .containsExactly(id("page"));
    }

    @Test
    void expiredArticleIsNotTheNewest() {
        index.put(
                Story.of("expired", "Weather", "x")
                        .published(NOW.plus(Duration.ofDays(9_000)))
                        .expires(NOW),
                Story.of("old", "Harbour", "x").published(NOW.minus(Duration.ofDays(3_000))),
                Story.of("new", "Harbour", "x y").published(NOW));
        float withExpired = index.ask("harbour").hits().get(0).score();
        index.remove(Story.of("expired", "", ""));
        assertThat(index.ask("harbour").hits().get(0).score()).isGreaterThan(0);
        assertThat(index.ids("harbour")).isEqualTo(ids("new", "old"));
        assertThat(withExpired).isPositive();
    }

    @Test
    void hostileQuestionsAreTextOrRejected() {
        index.put(Story.of("a", "Harbour", "x"));
        for (String q : List.of(
                "((((",
                "*:*",
                "/regex/",
                "field:[* TO *]",
                "a AND NOT b",
                "\u200d",
                "😀",
                "\ud800x",
                "aaa*|bbb*|ccc*",
                "-x y",
                "title:\"a b c\"",
                "AND OR NOT",
                "a~2",
                "x^9",
                "日*",
                "ﷺ")) {
            try {
                assertThat(index.ids(q)).as(q).isSubsetOf(ids("a"));
            } catch (press.gazette.problem.Problem rejected) {
                // A question without words is rejected before it reaches the index.
                assertThat(rejected.type()).isEqualTo(press.gazette.problem.ProblemType.INVALID_PARAMETER);
            }
        }
    }

    @Test
    void manyPrefixesOfManyWordsAreOneQuestion() {
        StringBuilder body = new StringBuilder();
        for (String begun : List.of("har", "gla", "zar", "mon", "pel", "tur")) {
            for (char one = 'a'; one <= 'z'; one++) {
                for (char two = 'a'; two <= 'e'; two++) {
                    body.append(begun).append(one).append(two).append(' ');
                }
            }
        }
        index.put(Story.of("a", "Words", body.toString()));
        String alternatives = "har*|gla*|zar*|mon*|pel*|tur*";
        assertThat(index.ids(alternatives)).isEqualTo(ids("a"));
    }

    @Test
    void emptyIndexFindsNothing() {
        Proposal proposal = index.ask("anything at all");
        assertThat(proposal.hits()).isEmpty();
        assertThat(proposal.total()).isZero();
        assertThat(proposal.didYouMean()).isNull();
    }
}
