package press.gazette.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import press.gazette.address.Slug;
import press.gazette.article.draft.ArticleType;
import press.gazette.article.draft.Provenance;
import press.gazette.article.draft.PublicationDraft;
import press.gazette.body.Body;
import press.gazette.change.Edit;
import press.gazette.database.Row;

/** Visibility in SQL equals visibility in Java. */
@QuarkusTest
class VisibilityTest {

    private static final Instant NOW = Instant.parse("2030-06-01T12:00:00Z").truncatedTo(ChronoUnit.MICROS);
    private static final Duration MOMENT = Duration.ofNanos(1_000);

    static Stream<Case> cases() {
        List<@Nullable Instant> times =
                java.util.Arrays.asList(null, NOW.minus(MOMENT), NOW, NOW.plus(MOMENT), Life.INDEFINITELY);
        return Stream.of(Status.values())
                .flatMap(status -> times.stream()
                        .flatMap(embargo -> times.stream().map(expiry -> new Case(status, embargo, expiry))));
    }

    record Case(
            Status status,
            @Nullable Instant embargo,
            @Nullable Instant expiry) {}

    @ParameterizedTest
    @MethodSource("cases")
    void sqlAndJavaAgreeOnVisibility(Case each) {
        QuarkusTransaction.begin();
        try {
            Article article = Article.file(content(), Edit.unsigned(NOW));
            lead(article, each);
            boolean found = PublicArticles.select("a.id", NOW)
                    .plus(" and a.id = ?", article.id())
                    .first(Row::uuid)
                    .isPresent();
            assertThat(found).isEqualTo(Visibility.includes(article, NOW)).isEqualTo(expected(each));
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    /** The rule in the words of the contract (§3.1): published, not embargoed, not expired. */
    private static boolean expected(Case each) {
        boolean embargoed = each.embargo() != null && each.embargo().isAfter(NOW);
        boolean expired = each.expiry() != null && !each.expiry().isAfter(NOW);
        return each.status() == Status.PUBLISHED && !embargoed && !expired;
    }

    private static void lead(Article article, Case each) {
        if (each.embargo() != null) {
            article.embargo(each.embargo(), Edit.unsigned(NOW));
        }
        if (each.expiry() != null) {
            article.expire(each.expiry(), Edit.unsigned(NOW));
        }
        switch (each.status()) {
            case DRAFT -> {}
            case SCHEDULED -> article.schedule(NOW.plus(MOMENT), Edit.unsigned(NOW));
            case PUBLISHED -> article.publish(new PublicationDraft(NOW, null), Edit.unsigned(NOW));
            case WITHDRAWN -> {
                article.publish(new PublicationDraft(NOW, null), Edit.unsigned(NOW));
                article.withdraw(Withdrawal.Reason.OTHER, null, Edit.unsigned(NOW));
            }
        }
    }

    private static ArticleContent content() {
        return new ArticleContent(
                new Slug("visibility-test"),
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
