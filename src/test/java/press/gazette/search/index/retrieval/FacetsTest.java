package press.gazette.search.index.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static press.gazette.search.index.retrieval.SmallIndex.id;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import press.gazette.article.draft.ArticleType;
import press.gazette.search.query.Correction;
import press.gazette.search.query.Facet;
import press.gazette.search.query.HitFilter;
import press.gazette.search.query.Match;
import press.gazette.search.query.SearchOrder;
import press.gazette.search.query.TagCondition;

/** Facets, totals and better questions. */
class FacetsTest {

    private final SmallIndex index = new SmallIndex();

    @BeforeEach
    void fill() {
        index.put(
                Story.of("a", "Harbour one", "x")
                        .tagged("energy", "putin")
                        .section("world")
                        .by("Elena Marsh"),
                Story.of("b", "Harbour two", "x")
                        .tagged("energy")
                        .section("world")
                        .in("de"));
        index.put(
                Story.of("c", "Harbour three", "x")
                        .section("local")
                        .type(ArticleType.OPINION)
                        .published(Instant.parse("2025-12-31T23:59:59.999999Z")),
                Story.of("d", "Glacier", "x").tagged("energy"));
    }

    @AfterEach
    void close() throws Exception {
        index.close();
    }

    private static HitFilter filter(TagCondition tags, String section, String language, Instant from, Instant to) {
        return new HitFilter(
                tags, section == null ? Set.of() : Set.of(id(section)), Set.of(), null, language, from, to, null);
    }

    private static Facet.Count count(String value, long count) {
        return new Facet.Count(value, count);
    }

    @Test
    void facetsCountAllHits() {
        Map<Facet, List<Facet.Count>> facets = index.ask("harbour").facets();
        assertThat(facets.get(Facet.TAGS))
                .containsExactly(
                        count(id("energy").toString(), 2), count(id("putin").toString(), 1));
        assertThat(facets.get(Facet.SECTION))
                .containsExactly(
                        count(id("world").toString(), 2), count(id("local").toString(), 1));
        assertThat(facets.get(Facet.CONTRIBUTOR))
                .containsExactly(count(id("Elena Marsh").toString(), 1));
        assertThat(facets.get(Facet.TYPE)).containsExactly(count("news", 2), count("opinion", 1));
        assertThat(facets.get(Facet.LANGUAGE)).containsExactly(count("en", 2), count("de", 1));
        assertThat(facets.get(Facet.YEAR)).containsExactly(count("2026", 2), count("2025", 1));
    }

    @Test
    void facetIgnoresItsOwnFilterOnly() {
        var proposal = index.ask(SmallIndex.query("harbour", filter(null, "world", null, null, null)));
        assertThat(proposal.total()).isEqualTo(2);
        assertThat(proposal.facets().get(Facet.SECTION))
                .containsExactly(
                        count(id("world").toString(), 2), count(id("local").toString(), 1));
        assertThat(proposal.facets().get(Facet.TYPE)).containsExactly(count("news", 2));
        assertThat(proposal.facets().get(Facet.YEAR)).containsExactly(count("2026", 2));
    }

    @Test
    void filtersCombineTags() {
        TagCondition energy = new TagCondition.Carries(Set.of(id("energy")));
        TagCondition putin = new TagCondition.Carries(Set.of(id("putin")));
        assertThat(total(energy)).isEqualTo(2);
        assertThat(total(new TagCondition.All(List.of(energy, putin)))).isEqualTo(1);
        assertThat(total(new TagCondition.Any(List.of(energy, putin)))).isEqualTo(2);
        assertThat(total(new TagCondition.Not(energy))).isEqualTo(1);
        assertThat(total(new TagCondition.All(List.of(energy, new TagCondition.Not(putin)))))
                .isEqualTo(1);
        assertThat(total(new TagCondition.Carries(Set.of(id("putin"), id("nobody")))))
                .isEqualTo(1);
    }

    private long total(TagCondition tags) {
        return index.ask(SmallIndex.query("harbour", filter(tags, null, null, null, null)))
                .total();
    }

    @Test
    void timesAreComparedToTheMicrosecond() {
        Instant time = Instant.parse("2025-12-31T23:59:59.999999Z");
        assertThat(total(time, null)).isEqualTo(3);
        assertThat(total(time.plusNanos(1_000), null)).isEqualTo(2);
        assertThat(total(null, time)).isZero();
        assertThat(total(null, time.plusNanos(1))).isEqualTo(1);
    }

    private long total(Instant from, Instant to) {
        return index.ask(SmallIndex.query("harbour", filter(null, null, null, from, to)))
                .total();
    }

    @Test
    void languageIsComparedExactly() {
        assertThat(index.ask(SmallIndex.query("harbour", filter(null, null, "de", null, null)))
                        .total())
                .isEqualTo(1);
        assertThat(index.ask(SmallIndex.query("harbour", filter(null, null, "de-AT", null, null)))
                        .total())
                .isZero();
    }

    @Test
    void rareWordIsCorrectedToFrequentOne() {
        index.put(Story.of("typo", "Harbuor closed", "x"));
        assertThat(index.ask("harbuor").didYouMean()).isEqualTo(new Correction("harbour", 3));
        assertThat(index.ask("harbour").didYouMean()).isNull();
        assertThat(index.ask(SmallIndex.query("harbuor", HitFilter.ALL, SearchOrder.RELEVANCE, Match.WORDS, false))
                        .didYouMean())
                .isNull();
    }

    @Test
    void correctionCountsUnderTheSameFilters() {
        index.put(Story.of("typo", "Harbuor closed", "x"));
        assertThat(index.ask(SmallIndex.query("harbuor", filter(null, "world", null, null, null)))
                        .didYouMean())
                .isEqualTo(new Correction("harbour", 2));
    }
}
