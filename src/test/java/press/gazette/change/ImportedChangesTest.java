package press.gazette.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

/** The changes of one transaction of an import. */
class ImportedChangesTest {

    private static final UUID IMPORT = UUID.fromString("01900000-0000-7000-8000-000000000000");
    private static final Instant NOW = Instant.parse("2026-11-30T06:00:00Z");
    private static final Subject ARTICLE = Subject.article(IMPORT);
    private static final Subject TAG = Subject.tag(IMPORT);

    @Test
    void requirement22OneChangeStandsForAllOfItsSubject() {
        List<Change> marked = marked(
                Change.of(Change.Kind.CREATED, ARTICLE, List.of(Subject.ARTICLES), NOW)
                        .shownAs("first", 1),
                Change.of(Change.Kind.CREATED, TAG, List.of(), NOW),
                Change.of(Change.Kind.UPDATED, ARTICLE, List.of(TAG), NOW)
                        .shownAs("second", 2)
                        .formerly(List.of("first")));
        assertThat(marked).extracting(Change::subject).containsExactly(ARTICLE, TAG);
        assertThat(marked).extracting(Change::importId).containsOnly(Optional.of(IMPORT));
        Change article = marked.get(0);
        assertThat(article.kind()).isEqualTo(Change.Kind.CREATED);
        assertThat(article.slug()).isEqualTo("second");
        assertThat(article.version()).isEqualTo(2);
        assertThat(article.touched()).containsExactly(ARTICLE, Subject.ARTICLES, TAG);
        assertThat(article.formerSlugs()).containsExactly("first");
    }

    @Test
    void changeIsUnlistedIfTheLastOneIs() {
        assertThat(marked(created(Subject.UNLISTED), created(Subject.ARTICLES))
                        .get(0)
                        .touched())
                .containsExactly(ARTICLE, Subject.ARTICLES);
        assertThat(marked(created(Subject.ARTICLES), created(Subject.UNLISTED))
                        .get(0)
                        .touched())
                .containsExactly(ARTICLE, Subject.ARTICLES, Subject.UNLISTED);
    }

    private static Change created(Subject group) {
        return Change.of(Change.Kind.CREATED, ARTICLE, List.of(group), NOW);
    }

    @Test
    void requirement22RemovalStandsForItself() {
        List<Change> marked = marked(
                Change.of(Change.Kind.DELETED, ARTICLE, List.of(), NOW),
                Change.of(Change.Kind.CREATED, ARTICLE, List.of(Subject.UNLISTED), NOW),
                Change.of(Change.Kind.UPDATED, ARTICLE, List.of(Subject.UNLISTED), NOW));
        assertThat(marked).extracting(Change::kind).containsExactly(Change.Kind.DELETED, Change.Kind.CREATED);
    }

    private static List<Change> marked(Change... changes) {
        List<Change> all = new ArrayList<>(List.of(changes));
        Change.markImported(all, IMPORT);
        return all;
    }
}
