package press.gazette.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import press.gazette.address.Slug;
import press.gazette.article.body.Body;

/** Which dates the moves of an article's life give it, at moments of a test's own. Nothing of it is kept. */
@QuarkusTest
class AppearanceTest {

    private static final Instant ONE = Instant.parse("2026-03-01T01:00:00Z");
    private static final Instant TWO = Instant.parse("2026-03-01T02:00:00Z");
    private static final Instant THREE = Instant.parse("2026-03-01T03:00:00Z");
    private static final Instant FOUR = Instant.parse("2026-03-01T04:00:00Z");
    private static final Instant LONG_AGO = Instant.parse("1931-03-01T00:00:00Z");

    @Test
    void aStoryUnderEmbargoGetsTheEndOfItAsAllItsDates() {
        shown(
                article -> {
                    article.embargo(TWO, ONE);
                    article.publish(null, ONE);
                },
                TWO,
                TWO,
                TWO,
                TWO,
                TWO);
        shown(
                article -> {
                    article.publish(null, ONE);
                    article.timePasses(ONE);
                },
                ONE,
                ONE,
                ONE,
                ONE,
                ONE);
    }

    @Test
    void itsDatesMoveWithTheEndOfTheEmbargo() {
        shown(embargoed(THREE).andThen(article -> article.embargo(FOUR, TWO)), FOUR, FOUR, FOUR, FOUR, FOUR);
        shown(embargoed(FOUR).andThen(article -> article.embargo(THREE, TWO)), THREE, THREE, THREE, THREE, THREE);
        shown(embargoed(FOUR).andThen(article -> article.embargo(null, TWO)), TWO, TWO, TWO, TWO, TWO);
        shown(embargoed(Article.INDEFINITELY).andThen(article -> article.embargo(null, TWO)), TWO, TWO, TWO, TWO, TWO);
        shown(
                embargoed(FOUR).andThen(article -> article.expire(LONG_AGO.plusSeconds(1), TWO)),
                FOUR,
                FOUR,
                FOUR,
                FOUR,
                FOUR);
    }

    @Test
    void aDateThatAnEditorSetStaysWhateverBecomesOfTheEmbargo() {
        Consumer<Article> backdated = article -> {
            article.embargo(THREE, ONE);
            article.publish(LONG_AGO, ONE);
        };
        shown(backdated, LONG_AGO, LONG_AGO, LONG_AGO, THREE, THREE);
        shown(backdated.andThen(article -> article.embargo(null, TWO)), LONG_AGO, LONG_AGO, LONG_AGO, TWO, TWO);
        shown(
                embargoed(THREE).andThen(article -> article.republish(LONG_AGO, false, TWO)),
                LONG_AGO,
                LONG_AGO,
                LONG_AGO,
                THREE,
                THREE);
    }

    @Test
    void anEditUnderEmbargoIsNotOlderThanTheStory() {
        shown(
                embargoed(THREE).andThen(article -> article.correct(correction(TWO), TWO)),
                THREE,
                THREE,
                THREE,
                THREE,
                THREE);
        shown(
                embargoed(FOUR)
                        .andThen(article -> article.correct(correction(TWO), TWO))
                        .andThen(article -> article.embargo(null, THREE)),
                THREE,
                THREE,
                THREE,
                THREE,
                THREE);
        shown(
                embargoed(Article.INDEFINITELY)
                        .andThen(article -> article.correct(correction(TWO), TWO))
                        .andThen(article -> article.embargo(null, THREE)),
                THREE,
                THREE,
                THREE,
                THREE,
                THREE);
    }

    @Test
    void aStoryThatWasTakenBackBeforeItAppearedIsDatedAnew() {
        shown(
                embargoed(FOUR)
                        .andThen(article -> article.unpublish(TWO))
                        .andThen(article -> article.embargo(null, TWO))
                        .andThen(article -> article.publish(null, THREE)),
                THREE,
                THREE,
                THREE,
                THREE,
                THREE);
    }

    @Test
    void whatComesBackKeepsItsDatesAndIsFoundAsNew() {
        shown(
                published().andThen(article -> {
                    article.withdraw(Withdrawal.Reason.LEGAL, null, TWO);
                    article.publish(null, THREE);
                }),
                ONE,
                ONE,
                ONE,
                THREE,
                THREE);
        shown(published().andThen(article -> article.embargo(THREE, TWO)), ONE, ONE, ONE, THREE, THREE);
        shown(
                published().andThen(article -> {
                    article.embargo(FOUR, TWO);
                    article.embargo(null, THREE);
                }),
                ONE,
                ONE,
                ONE,
                THREE,
                THREE);
        shown(
                published().andThen(article -> {
                    article.expire(TWO, ONE);
                    article.expire(null, THREE);
                }),
                ONE,
                ONE,
                ONE,
                THREE,
                THREE);
    }

    @Test
    void aPlannedEndMovesNoDate() {
        shown(published().andThen(article -> article.expire(FOUR, TWO)), ONE, ONE, ONE, ONE, ONE);
        shown(published().andThen(article -> article.embargo(ONE, TWO)), ONE, ONE, ONE, ONE, ONE);
    }

    @Test
    void aLaterDateTakesTheLastUpdateAlong() {
        shown(
                article -> {
                    article.publish(LONG_AGO, ONE);
                    article.republish(TWO, false, TWO);
                },
                LONG_AGO,
                TWO,
                TWO,
                TWO,
                TWO);
        shown(
                article -> {
                    article.correct(correction(ONE), ONE);
                    article.publish(null, TWO);
                },
                TWO,
                TWO,
                TWO,
                TWO,
                TWO);
    }

    @Test
    void aScheduledStoryHasTheDateOfItsScheduleOrOfALaterEmbargo() {
        shown(
                article -> {
                    article.schedule(TWO, ONE);
                    article.timePasses(TWO.plusMillis(400));
                },
                TWO,
                TWO,
                TWO,
                TWO.plusMillis(400),
                TWO.plusMillis(400));
        shown(
                article -> {
                    article.schedule(TWO, ONE);
                    article.embargo(FOUR, ONE);
                    article.timePasses(TWO.plusMillis(400));
                },
                FOUR,
                FOUR,
                FOUR,
                FOUR,
                FOUR);
    }

    private static Consumer<Article> published() {
        return article -> article.publish(null, ONE);
    }

    private static Consumer<Article> embargoed(Instant until) {
        return article -> {
            article.embargo(until, ONE);
            article.publish(null, ONE);
        };
    }

    private static Correction correction(Instant at) {
        return new Correction(at, Correction.Kind.CORRECTION, "The year was wrong.");
    }

    /** Leads a new article through its life and compares the columns that readers are told from. */
    private static void shown(
            Consumer<Article> life,
            Instant firstPublished,
            Instant published,
            Instant updated,
            Instant renewed,
            @Nullable Instant modified) {
        QuarkusTransaction.begin();
        try {
            Article article = Article.draft(content(), LONG_AGO);
            life.accept(article);
            Article.flush();
            Object[] row = (Object[]) Article.getEntityManager()
                    .createQuery("""
                            select a.dates.firstPublishedAt, a.dates.publishedAt, a.dates.updatedAt, a.dates.renewedAt,
                            a.dates.publicModifiedAt from Article a where a.id = :id""")
                    .setParameter("id", article.id())
                    .getSingleResult();
            assertThat(row).containsExactly(firstPublished, published, updated, renewed, modified);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private static ArticleContent content() {
        return new ArticleContent(
                new Slug("appearance-test"),
                ArticleType.NEWS,
                "en",
                "A story for the test",
                null,
                null,
                Body.EMPTY,
                List.of(),
                null,
                null,
                Provenance.OWN,
                null,
                List.of());
    }
}
