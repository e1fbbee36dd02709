package press.gazette.article;

import static org.assertj.core.api.Assertions.assertThat;
import static press.gazette.article.draft.PublicationDraft.ORDINARY;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import press.gazette.address.Slug;
import press.gazette.article.draft.ArticleType;
import press.gazette.article.draft.Provenance;
import press.gazette.article.draft.PublicationDraft;
import press.gazette.body.Body;
import press.gazette.change.Edit;

/** The dates that each move gives an article, at fixed times. Every transaction is rolled back. */
@QuarkusTest
class AppearanceTest {

    private static final Instant ONE = Instant.parse("2026-03-01T01:00:00Z");
    private static final Instant TWO = Instant.parse("2026-03-01T02:00:00Z");
    private static final Instant THREE = Instant.parse("2026-03-01T03:00:00Z");
    private static final Instant FOUR = Instant.parse("2026-03-01T04:00:00Z");
    private static final Instant LONG_AGO = Instant.parse("1931-03-01T00:00:00Z");

    @Test
    void storyUnderEmbargoTakesTheEndOfTheEmbargoAsAllItsDates() {
        shown(
                article -> {
                    article.embargo(TWO, at(ONE));
                    article.publish(ORDINARY, at(ONE));
                },
                TWO,
                TWO,
                TWO,
                TWO,
                TWO);
        shown(
                article -> {
                    article.publish(ORDINARY, at(ONE));
                    article.timePasses(at(ONE));
                },
                ONE,
                ONE,
                ONE,
                ONE,
                ONE);
    }

    @Test
    void datesMoveWithTheEndOfTheEmbargo() {
        shown(embargoed(THREE).andThen(article -> article.embargo(FOUR, at(TWO))), FOUR, FOUR, FOUR, FOUR, FOUR);
        shown(embargoed(FOUR).andThen(article -> article.embargo(THREE, at(TWO))), THREE, THREE, THREE, THREE, THREE);
        shown(embargoed(FOUR).andThen(article -> article.embargo(null, at(TWO))), TWO, TWO, TWO, TWO, TWO);
        shown(embargoed(Life.INDEFINITELY).andThen(article -> article.embargo(null, at(TWO))), TWO, TWO, TWO, TWO, TWO);
        shown(
                embargoed(FOUR).andThen(article -> article.expire(LONG_AGO.plusSeconds(1), at(TWO))),
                FOUR,
                FOUR,
                FOUR,
                FOUR,
                FOUR);
    }

    @Test
    void dateSetByAnEditorDoesNotMoveWithTheEmbargo() {
        Consumer<Article> backdated = article -> {
            article.embargo(THREE, at(ONE));
            article.publish(dated(LONG_AGO), at(ONE));
        };
        shown(backdated, LONG_AGO, LONG_AGO, LONG_AGO, THREE, THREE);
        shown(backdated.andThen(article -> article.embargo(null, at(TWO))), LONG_AGO, LONG_AGO, LONG_AGO, TWO, TWO);
        shown(
                embargoed(THREE).andThen(article -> article.publish(dated(LONG_AGO), at(TWO))),
                LONG_AGO,
                LONG_AGO,
                LONG_AGO,
                THREE,
                THREE);
    }

    @Test
    void editUnderEmbargoIsNotDatedBeforeTheStory() {
        shown(embargoed(THREE).andThen(article -> correct(article, TWO)), THREE, THREE, THREE, THREE, THREE);
        shown(
                embargoed(FOUR)
                        .andThen(article -> correct(article, TWO))
                        .andThen(article -> article.embargo(null, at(THREE))),
                THREE,
                THREE,
                THREE,
                THREE,
                THREE);
        shown(
                embargoed(Life.INDEFINITELY)
                        .andThen(article -> correct(article, TWO))
                        .andThen(article -> article.embargo(null, at(THREE))),
                THREE,
                THREE,
                THREE,
                THREE,
                THREE);
    }

    @Test
    void storyUnpublishedBeforeItAppearedGetsNewDates() {
        shown(
                embargoed(FOUR)
                        .andThen(article -> article.unpublish(at(TWO)))
                        .andThen(article -> article.embargo(null, at(TWO)))
                        .andThen(article -> article.publish(ORDINARY, at(THREE))),
                THREE,
                THREE,
                THREE,
                THREE,
                THREE);
    }

    @Test
    void returningStoryHasItsOldDatesAndIsListedAsUpdated() {
        shown(
                published().andThen(article -> {
                    article.withdraw(Withdrawal.Reason.LEGAL, null, at(TWO));
                    article.publish(ORDINARY, at(THREE));
                }),
                ONE,
                ONE,
                ONE,
                THREE,
                THREE);
        shown(published().andThen(article -> article.embargo(THREE, at(TWO))), ONE, ONE, ONE, THREE, THREE);
        shown(
                published().andThen(article -> {
                    article.embargo(FOUR, at(TWO));
                    article.embargo(null, at(THREE));
                }),
                ONE,
                ONE,
                ONE,
                THREE,
                THREE);
        shown(
                published().andThen(article -> {
                    article.expire(TWO, at(ONE));
                    article.expire(null, at(THREE));
                }),
                ONE,
                ONE,
                ONE,
                THREE,
                THREE);
    }

    @Test
    void plannedExpiryMovesNoDate() {
        shown(published().andThen(article -> article.expire(FOUR, at(TWO))), ONE, ONE, ONE, ONE, ONE);
        shown(published().andThen(article -> article.embargo(ONE, at(TWO))), ONE, ONE, ONE, ONE, ONE);
    }

    @Test
    void laterDateMovesUpdatedAt() {
        shown(
                article -> {
                    article.publish(dated(LONG_AGO), at(ONE));
                    article.publish(dated(TWO), at(TWO));
                },
                LONG_AGO,
                TWO,
                TWO,
                TWO,
                TWO);
        shown(
                article -> {
                    correct(article, ONE);
                    article.publish(ORDINARY, at(TWO));
                },
                TWO,
                TWO,
                TWO,
                TWO,
                TWO);
    }

    @Test
    void scheduledStoryTakesTheDateOfItsScheduleOrOfALaterEmbargo() {
        shown(
                article -> {
                    article.schedule(TWO, at(ONE));
                    article.timePasses(at(TWO.plusMillis(400)));
                },
                TWO,
                TWO,
                TWO,
                TWO.plusMillis(400),
                TWO.plusMillis(400));
        shown(
                article -> {
                    article.schedule(TWO, at(ONE));
                    article.embargo(FOUR, at(ONE));
                    article.timePasses(at(TWO.plusMillis(400)));
                },
                FOUR,
                FOUR,
                FOUR,
                FOUR,
                FOUR);
    }

    private static Consumer<Article> published() {
        return article -> article.publish(ORDINARY, at(ONE));
    }

    private static Consumer<Article> embargoed(Instant until) {
        return article -> {
            article.embargo(until, at(ONE));
            article.publish(ORDINARY, at(ONE));
        };
    }

    private static void correct(Article article, Instant at) {
        article.correct(Correction.Kind.CORRECTION, "The year was wrong.", at(at));
    }

    private static PublicationDraft dated(Instant date) {
        return new PublicationDraft(date, null);
    }

    private static Edit at(Instant moment) {
        return Edit.unsigned(moment);
    }

    /** Makes the moves on a new article and compares the columns behind its public dates. */
    private static void shown(
            Consumer<Article> life,
            Instant firstPublished,
            Instant published,
            Instant updated,
            Instant renewed,
            @Nullable Instant modified) {
        QuarkusTransaction.begin();
        try {
            Article article = Article.file(content(), at(LONG_AGO));
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
                null,
                List.of(),
                null,
                null,
                null,
                Provenance.OWN,
                null,
                List.of(),
                null);
    }
}
