package press.gazette.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * An editor who writes one article after the other during faults. A request without a success is repeated with its
 * Idempotency-Key until it is acknowledged, so that in the end each article must exist exactly once and complete.
 */
final class ContinuousWriter implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final String series = "written-" + Long.toHexString(System.nanoTime());
    private final Editor editor;
    private final ExecutorService writer = Executors.newSingleThreadExecutor();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger unavailable = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicInteger unexpected = new AtomicInteger();
    private final AtomicLong longest = new AtomicLong();
    private volatile String last = "";
    private volatile boolean stopped;

    /** Starts writing. The tags of {@link ArticleScript} must exist. */
    ContinuousWriter(Editor editor) {
        this.editor = editor;
        writer.execute(() -> {
            while (!stopped) {
                write(slug(acknowledged.get()));
                acknowledged.incrementAndGet();
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        });
    }

    private void write(String slug) {
        Map<String, Object> draft =
                Map.of("slug", slug, "type", "news", "language", "en", "title", slug, "tags", ArticleScript.TAGS);
        while (!isAcknowledged(draft, slug)) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private boolean isAcknowledged(Map<String, Object> draft, String slug) {
        long at = System.nanoTime();
        try {
            Reply reply = editor.post("/v1/desk/articles", draft, "Idempotency-Key", slug);
            switch (reply.status()) {
                case 201 -> {}
                case 503 -> unavailable.incrementAndGet();
                case 502, 409 -> unanswered.incrementAndGet();
                default -> {
                    unexpected.incrementAndGet();
                    last = reply.status() + " " + reply.content();
                }
            }
            return reply.status() == 201;
        } catch (IOException e) {
            unanswered.incrementAndGet();
            last = e.toString();
            return false;
        } finally {
            longest.accumulateAndGet(System.nanoTime() - at, Math::max);
        }
    }

    private String slug(int number) {
        return series + "-" + number;
    }

    /** Measures from here on. */
    void begin() {
        longest.set(0);
    }

    int acknowledged() {
        return acknowledged.get();
    }

    /**
     * Requests without a response, or with one from a proxy for a dead node; and repetitions while the key was in use.
     */
    int unanswered() {
        return unanswered.get();
    }

    int unavailable() {
        return unavailable.get();
    }

    Duration longest() {
        return Duration.ofNanos(longest.get());
    }

    /**
     * Asserts that there were no other responses, and that each acknowledged article exists exactly once and complete.
     */
    void assertComplete(Postgresql database) throws IOException, SQLException {
        assertThat(unexpected.get())
                .as("responses other than 201 and 503: %s", last)
                .isZero();
        try (DatabaseAudit audit = database.audit()) {
            Map<String, StoredArticle> found = audit.articles();
            for (int i = 0; i < acknowledged.get(); i++) {
                StoredArticle stored = found.get(slug(i));
                assertThat(stored).as(slug(i)).isNotNull();
                assertThat(stored.saved()).as(slug(i)).containsExactly(slug(i));
                assertThat(stored.audited()).as(slug(i)).containsExactly("POST 1");
                assertThat(stored.listed()).as(slug(i)).hasSameSizeAs(ArticleScript.TAGS);
                assertThat(stored.responseStored()).as(slug(i)).isTrue();
            }
            List<String> all = found.keySet().stream()
                    .filter(slug -> slug.startsWith(series))
                    .toList();
            assertThat(all).as("articles").hasSize(acknowledged.get());
            audit.assertLedgerIsSound();
        }
    }

    @Override
    public void close() {
        stopped = true;
        writer.shutdown();
        try {
            assertThat(writer.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("the editor ends; last response: " + last)
                    .isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts a test", e);
        }
    }

    @Override
    public String toString() {
        return String.format(
                "writes: %d acknowledged, %d got 503, %d got no response, longest wait %d ms",
                acknowledged.get(),
                unavailable.get(),
                unanswered.get(),
                longest().toMillis());
    }
}
