package press.gazette.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import jakarta.persistence.OptimisticLockException;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.article.draft.ArticleDraft;
import press.gazette.article.draft.NewArticle;
import press.gazette.change.Edit;
import press.gazette.desk.LossReport;
import press.gazette.json.Json;

/** A slug leads to one article, although current and former slugs are in two tables. */
@QuarkusTest
class SlugClaimsTest {

    private static final String SLUG = "desk-claimed-twice";

    private final CyclicBarrier written = new CyclicBarrier(2);

    @AfterEach
    void tidyUp() {
        QuarkusTransaction.requiringNew()
                .run(() -> ArticleRef.bySlugs(List.of(SLUG, "desk-claimed-other"))
                        .forEach(id -> Article.<Article>findById(id).discard()));
    }

    /** Both have found the slug free before either commits. */
    @Test
    void slugIsNotTheCurrentOneOfAnArticleAndAFormerOneOfAnother() {
        List<@Nullable Throwable> failures = Stream.of(
                        begin(SLUG, List.of()), begin("desk-claimed-other", List.of(SLUG)))
                .map(CompletableFuture::join)
                .toList();
        assertThat(failures).filteredOn(failure -> failure == null).hasSize(1);
        assertThat(failures)
                .filteredOn(failure -> failure != null)
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasRootCauseInstanceOf(OptimisticLockException.class));
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> ArticleRef.bySlugs(List.of(SLUG)).size()))
                .isEqualTo(1);
    }

    private CompletableFuture<@Nullable Throwable> begin(String slug, List<String> aliases) {
        return CompletableFuture.<@Nullable Throwable>supplyAsync(() -> {
                    QuarkusTransaction.requiringNew().run(() -> {
                        Article.begin(
                                new NewArticle(draft(slug), aliases, null),
                                new LossReport(false),
                                new Edit("test", Instant.now()));
                        Article.flush();
                        await();
                    });
                    return null;
                })
                .exceptionally(failure -> failure);
    }

    private static ArticleDraft draft(String slug) {
        byte[] json = "{\"type\":\"news\",\"language\":\"en\",\"title\":\"Desk: claimed\",\"slug\":\"%s\"}"
                .formatted(slug)
                .getBytes(StandardCharsets.UTF_8);
        return Json.draft(json, ArticleDraft.class);
    }

    private void await() {
        try {
            written.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
