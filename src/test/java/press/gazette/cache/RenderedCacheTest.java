package press.gazette.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import press.gazette.admission.resource.Kind;
import press.gazette.change.Invalidation;
import press.gazette.change.LedgerPosition;
import press.gazette.change.PrivatelyInvalidated;
import press.gazette.change.Subject;
import press.gazette.response.Entitlement;
import press.gazette.response.PreparedHeaders;
import press.gazette.time.ClockJumped;
import press.gazette.time.SuppliedClock;

/**
 * Storing and invalidation, and that no outdated response is stored after its invalidation. Long, since all tests share a clock that
 * they set, and the making of responses.
 */
class RenderedCacheTest {

    private static final Subject PUTIN = Subject.parse("tag:putin");
    private static final Subject HARBOUR = Subject.parse("tag:harbour");

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    private Instant now = NOON;

    private final Clock clock = new SuppliedClock(() -> now);

    private final RenderedCache cache = cache(1_000_000);

    @Test
    void changeInvalidatesOnlyResponsesThatItTouches() {
        cache.store(key("/v1/tags/putin"), response(7, PUTIN));
        cache.store(key("/v1/tags/harbour"), response(7, HARBOUR));
        cache.apply(List.of(touch(8, PUTIN)));
        assertThat(cache.get(key("/v1/tags/putin"))).isNull();
        assertThat(cache.get(key("/v1/tags/harbour"))).isNotNull();
    }

    /** The race: a response is read, then invalidated, and only then stored. */
    @Test
    void responseReadBeforeAChangeIsNotStoredAfterIt() {
        Rendered readBefore = response(7, PUTIN);
        cache.apply(List.of(touch(8, PUTIN)));
        cache.store(key("/v1/tags/putin"), readBefore);
        assertThat(cache.get(key("/v1/tags/putin"))).isNull();
        cache.store(key("/v1/tags/putin"), response(8, PUTIN));
        assertThat(cache.get(key("/v1/tags/putin"))).isNotNull();
    }

    /** A plan has no number in the ledger, so the time of the reading decides. */
    @Test
    void responseReadBeforeAPrivateInvalidationIsNotStoredAfterIt() {
        Rendered readBefore = response(7, Instant.EPOCH, now, Instant.MAX);
        cache.store(key("/v1/tags/putin?fields=name"), readBefore);
        cache.invalidatePrivately(new PrivatelyInvalidated(List.of(PUTIN), false));
        assertThat(cache.get(key("/v1/tags/putin?fields=name"))).isNull();
        cache.store(key("/v1/tags/putin"), readBefore);
        assertThat(cache.get(key("/v1/tags/putin"))).isNull();
        cache.store(key("/v1/tags/harbour"), response(7, HARBOUR));
        assertThat(cache.get(key("/v1/tags/harbour"))).isNotNull();
        now = NOON.plusSeconds(1);
        cache.store(key("/v1/tags/putin"), response(7, Instant.EPOCH, now, Instant.MAX));
        assertThat(cache.get(key("/v1/tags/putin"))).isNotNull();
    }

    @Test
    void missedPrivateInvalidationsClearTheCache() {
        Rendered readBefore = response(7, Instant.EPOCH, now, Instant.MAX);
        cache.store(key("/v1/tags/putin"), readBefore);
        cache.invalidatePrivately(PrivatelyInvalidated.ALL);
        assertThat(cache.get(key("/v1/tags/putin"))).isNull();
        cache.store(key("/v1/tags/putin"), readBefore);
        assertThat(cache.get(key("/v1/tags/putin"))).isNull();
    }

    /** The clock was an hour ahead: its times must not stop the caching for an hour. */
    @Test
    void privateInvalidationsOfAClockThatWasAheadAreForgotten() {
        now = NOON.plus(Duration.ofHours(1));
        cache.invalidatePrivately(new PrivatelyInvalidated(List.of(PUTIN), true));
        now = NOON;
        cache.startAgain(new ClockJumped(Duration.ofHours(-1)));
        cache.store(key("/v1/tags/putin"), response(7, PUTIN));
        assertThat(cache.get(key("/v1/tags/putin"))).isNotNull();
    }

    /** Own changes come at once, those of other nodes a moment later, though they may have smaller numbers. */
    @Test
    void changesMayComeLateAndTwice() {
        cache.apply(List.of(touch(9, HARBOUR)));
        cache.store(key("/v1/tags/putin"), response(9, PUTIN));
        cache.apply(List.of(touch(8, PUTIN), touch(9, HARBOUR)));
        assertThat(cache.get(key("/v1/tags/putin"))).isNull();
        cache.store(key("/v1/tags/putin"), response(7, PUTIN));
        assertThat(cache.get(key("/v1/tags/putin"))).isNull();
    }

    @Test
    void responsesOlderThanTheRememberedChangesAreNotStored() {
        cache.begin(100);
        cache.store(key("/v1/tags/putin"), response(99, PUTIN));
        assertThat(cache.get(key("/v1/tags/putin"))).isNull();
        cache.store(key("/v1/tags/putin"), response(100, PUTIN));
        for (int seq = 101; seq <= 20_101; seq++) {
            cache.apply(List.of(touch(seq, HARBOUR)));
        }
        assertThat(cache.get(key("/v1/tags/putin"))).isNotNull();
        cache.store(key("/v1/tags/putin?fields=name"), response(100, PUTIN));
        assertThat(cache.get(key("/v1/tags/putin?fields=name"))).isNull();
    }

    @Test
    void unknownChangeClearsTheCache() {
        cache.store(key("/v1/tags/putin"), response(7, PUTIN));
        cache.apply(List.of(new Invalidation(8, List.of(HARBOUR), false)));
        assertThat(cache.get(key("/v1/tags/putin"))).isNull();
    }

    @Test
    void responseIsNotServedPastItsEnd() {
        cache.store(key("/v1/tags/putin"), response(7, NOON, NOON, NOON.plusSeconds(5)));
        now = NOON.plusSeconds(5).minusNanos(1_000);
        assertThat(cache.get(key("/v1/tags/putin"))).isNotNull();
        now = NOON.plusSeconds(5);
        assertThat(cache.get(key("/v1/tags/putin"))).isNull();
        assertThat(cache.subjects()).isZero();
        cache.store(key("/v1/tags/putin"), response(7, NOON, NOON, NOON.plusSeconds(5)));
        now = NOON;
        assertThat(cache.get(key("/v1/tags/putin"))).as("cached after its end").isNull();
    }

    /** The clock was ahead and is right again. */
    @Test
    void responseForALaterTimeIsNeitherStoredNorServed() {
        now = NOON.plusSeconds(3_600);
        Rendered early = response(7, NOON, now, Instant.MAX);
        cache.store(key("/v1/tags/putin"), early);
        now = NOON;
        assertThat(cache.get(key("/v1/tags/putin"))).isNull();
        cache.store(key("/v1/tags/putin"), early);
        now = NOON.plusSeconds(3_600);
        assertThat(cache.get(key("/v1/tags/putin"))).isNull();
    }

    @Test
    void clockThatJumpsClearsTheCache() {
        cache.store(key("/v1/tags/putin"), response(7, PUTIN));
        cache.startAgain(new ClockJumped(Duration.ofHours(1)));
        assertThat(cache.get(key("/v1/tags/putin"))).isNull();
        assertThat(cache.subjects()).isZero();
    }

    /**
     * The clock of the node that recorded the end of an embargo was slightly ahead; this one has read the story as still
     * hidden.
     */
    @Test
    void responseForATimeBeforeTheLastChangeIsNotStored() {
        cache.store(key("/v1/tags/putin"), response(7, NOON.plusMillis(3), NOON, Instant.MAX));
        assertThat(cache.get(key("/v1/tags/putin"))).isNull();
        now = NOON.plusMillis(3);
        cache.store(key("/v1/tags/putin"), response(7, NOON.plusMillis(3), now, Instant.MAX));
        assertThat(cache.get(key("/v1/tags/putin"))).isNotNull();
    }

    /** The database's clock has been set back by an hour: the ledger is dated later than now, and the cache must serve. */
    @Test
    void ledgerDatedAheadDoesNotStopTheCache() {
        cache.store(key("/v1/tags/putin"), response(7, NOON.plusSeconds(3_600), NOON, Instant.MAX));
        assertThat(cache.get(key("/v1/tags/putin"))).isNotNull();
    }

    @Test
    void cacheStaysWithinItsMemory() {
        RenderedCache small = cache(100_000);
        for (int i = 0; i < 1_000; i++) {
            small.store(key("/v1/tags/t" + i), response(7, Subject.parse("tag:" + i)));
        }
        long cached = IntStream.range(0, 1_000)
                .filter(i -> small.get(key("/v1/tags/t" + i)) != null)
                .count();
        assertThat(cached).isBetween(10L, 100L);
        assertThat(small.subjects()).isLessThanOrEqualTo((int) cached);
        assertThat(cache(0).isEnabled()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "PUBLIC, /v1/articles?limit=5&tags=a, /v1/articles?limit=5&tags=a, /v1/articles?limit=5&tags=a",
                "PUBLIC, /v1/articles?tags=a&limit=5, /v1/articles?limit=5&tags=a, /v1/articles?limit=5&tags=a",
                "PUBLIC, /v1/articles?order=newest&limit=20, /v1/articles?limit=20&order=newest, /v1/articles",
                "PUBLIC, /v1/articles?limit=20&tags=a, /v1/articles?limit=20&tags=a, /v1/articles?tags=a",
                "PUBLIC, /v1/articles/x, /v1/articles/x, /v1/articles/x",
                "DOCUMENT, /feeds/tags/putin.rss?limit=20, /feeds/tags/putin.rss?limit=20, /feeds/tags/putin.rss?limit=20",
                "DOCUMENT, /sitemap.xml, /sitemap.xml, /sitemap.xml",
                "DESK, /v1/desk/articles, -, -",
                "PREVIEW, /v1/previews/x, -, -",
                "TEXT, /, -, -",
                "-, /v1/made-up, -, -",
                "PUBLIC, http://a.example/v1/articles, -, -",
            })
    void keyDoesNotDependOnTheOrderOfParameters(Kind kind, String target, String exact, String brief) {
        assertThat(CacheKey.of(target, kind, Entitlement.PUBLIC)
                        .map(CacheKey::exact)
                        .orElse(null))
                .isEqualTo(exact);
        assertThat(CacheKey.of(target, kind, Entitlement.PUBLIC)
                        .map(CacheKey::brief)
                        .orElse(null))
                .isEqualTo(brief);
    }

    private static CacheKey key(String target) {
        return CacheKey.of(target, Kind.PUBLIC, Entitlement.PUBLIC).orElseThrow();
    }

    /** No lock is held: of a change and a response at the same time, one finds the other, whichever is first. */
    @Test
    void noOutdatedResponseStaysInARace() throws Exception {
        AtomicLong ledger = new AtomicLong();
        CacheKey key = key("/v1/tags/putin");
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            for (int round = 0; round < 2_000; round++) {
                CyclicBarrier start = new CyclicBarrier(3);
                List<Future<?>> all = new ArrayList<>();
                for (int keeper = 0; keeper < 2; keeper++) {
                    Rendered read = response(ledger.get(), PUTIN);
                    all.add(threads.submit(() -> {
                        start.await();
                        cache.store(key, read);
                        return null;
                    }));
                }
                all.add(threads.submit(() -> {
                    start.await();
                    cache.apply(List.of(touch(ledger.incrementAndGet(), PUTIN)));
                    return null;
                }));
                for (Future<?> each : all) {
                    each.get();
                }
                assertThat(cache.get(key)).as("round %d", round).isNull();
                assertThat(cache.subjects()).isZero();
                cache.store(key, response(ledger.get(), PUTIN));
                assertThat(cache.get(key)).isNotNull();
                cache.apply(List.of(touch(ledger.incrementAndGet(), PUTIN)));
                assertThat(cache.get(key))
                        .as("a response that no change invalidates")
                        .isNull();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Invalidation touch(long seq, Subject subject) {
        return new Invalidation(seq, List.of(subject), true);
    }

    private static Rendered response(long seq, Subject subject) {
        return response(new CacheGroups(
                List.of(subject), new LedgerPosition(seq, Instant.EPOCH), new Validity(NOON, Instant.MAX)));
    }

    private static Rendered response(long seq, Instant changed, Instant from, Instant until) {
        return response(new CacheGroups(List.of(PUTIN), new LedgerPosition(seq, changed), new Validity(from, until)));
    }

    private static Rendered response(CacheGroups groups) {
        return new Rendered(
                EncodedContent.plain(new byte[2], "\"x\"", "application/json"),
                "application/json",
                null,
                PreparedHeaders.of(Map.of()),
                PreparedHeaders.of(Map.of()),
                groups,
                true);
    }

    private RenderedCache cache(long size) {
        return new RenderedCache(size, clock, new SimpleMeterRegistry());
    }
}
