package press.gazette.delivery.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
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

import press.gazette.change.Position;
import press.gazette.change.Subject;
import press.gazette.change.Touch;
import press.gazette.time.ClockJumped;

/** What is kept, what is forgotten, and that nothing old is ever kept after it has been forgotten. */
class RenderedCacheTest {

    private static final Subject PUTIN = new Subject("tag:putin");
    private static final Subject HARBOUR = new Subject("tag:harbour");

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    private Instant now = NOON;

    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    private final RenderedCache cache = cache(1_000_000);

    @Test
    void aChangeForgetsWhatItTouchesAndNothingElse() {
        cache.keep(key("/v1/tags/putin"), answer(7, PUTIN));
        cache.keep(key("/v1/tags/harbour"), answer(7, HARBOUR));
        cache.apply(List.of(touch(8, PUTIN)));
        assertThat(cache.answer(key("/v1/tags/putin"))).isNull();
        assertThat(cache.answer(key("/v1/tags/harbour"))).isNotNull();
    }

    /** The race: it was read, then changed and forgotten, and only then it comes to be kept. */
    @Test
    void whatWasReadBeforeAChangeIsNotKeptAfterIt() {
        Rendered readBefore = answer(7, PUTIN);
        cache.apply(List.of(touch(8, PUTIN)));
        cache.keep(key("/v1/tags/putin"), readBefore);
        assertThat(cache.answer(key("/v1/tags/putin"))).isNull();
        cache.keep(key("/v1/tags/putin"), answer(8, PUTIN));
        assertThat(cache.answer(key("/v1/tags/putin"))).isNotNull();
    }

    /** Own changes are told at once, those of other nodes a moment later, though they may have smaller numbers. */
    @Test
    void changesMayBeToldLateAndTwice() {
        cache.apply(List.of(touch(9, HARBOUR)));
        cache.keep(key("/v1/tags/putin"), answer(9, PUTIN));
        cache.apply(List.of(touch(8, PUTIN), touch(9, HARBOUR)));
        assertThat(cache.answer(key("/v1/tags/putin"))).isNull();
        cache.keep(key("/v1/tags/putin"), answer(7, PUTIN));
        assertThat(cache.answer(key("/v1/tags/putin"))).isNull();
    }

    @Test
    void ofATimeThatNobodyRemembersNothingIsKept() {
        cache.begin(100);
        cache.keep(key("/v1/tags/putin"), answer(99, PUTIN));
        assertThat(cache.answer(key("/v1/tags/putin"))).isNull();
        cache.keep(key("/v1/tags/putin"), answer(100, PUTIN));
        for (int seq = 101; seq <= 20_101; seq++) {
            cache.apply(List.of(touch(seq, HARBOUR)));
        }
        assertThat(cache.answer(key("/v1/tags/putin"))).isNotNull();
        cache.keep(key("/v1/tags/putin?fields=name"), answer(100, PUTIN));
        assertThat(cache.answer(key("/v1/tags/putin?fields=name"))).isNull();
    }

    @Test
    void aChangeThatIsNotUnderstoodForgetsEverything() {
        cache.keep(key("/v1/tags/putin"), answer(7, PUTIN));
        cache.apply(List.of(new Touch(8, List.of(HARBOUR), false)));
        assertThat(cache.answer(key("/v1/tags/putin"))).isNull();
    }

    @Test
    void whatEndsIsNotGivenOutPastItsEnd() {
        cache.keep(key("/v1/tags/putin"), answer(7, NOON, NOON, NOON.plusSeconds(5)));
        now = NOON.plusSeconds(5).minusNanos(1_000);
        assertThat(cache.answer(key("/v1/tags/putin"))).isNotNull();
        now = NOON.plusSeconds(5);
        assertThat(cache.answer(key("/v1/tags/putin"))).isNull();
        assertThat(cache.subjects()).isZero();
        cache.keep(key("/v1/tags/putin"), answer(7, NOON, NOON, NOON.plusSeconds(5)));
        now = NOON;
        assertThat(cache.answer(key("/v1/tags/putin"))).as("kept after its end").isNull();
    }

    /** The clock was ahead, and is right again. */
    @Test
    void whatWasReadForALaterTimeIsNeitherKeptNorGivenOut() {
        now = NOON.plusSeconds(3_600);
        Rendered early = answer(7, NOON, now, Instant.MAX);
        cache.keep(key("/v1/tags/putin"), early);
        now = NOON;
        assertThat(cache.answer(key("/v1/tags/putin"))).isNull();
        cache.keep(key("/v1/tags/putin"), early);
        now = NOON.plusSeconds(3_600);
        assertThat(cache.answer(key("/v1/tags/putin"))).isNull();
    }

    @Test
    void aClockThatJumpsForgetsEverything() {
        cache.keep(key("/v1/tags/putin"), answer(7, PUTIN));
        cache.startAgain(new ClockJumped(Duration.ofHours(1)));
        assertThat(cache.answer(key("/v1/tags/putin"))).isNull();
        assertThat(cache.subjects()).isZero();
    }

    /** The node that told of an embargo's end was a hair ahead; this one has read the story as one that is still hidden. */
    @Test
    void whatWasReadForATimeBeforeTheLastChangeIsNotKept() {
        cache.keep(key("/v1/tags/putin"), answer(7, NOON.plusMillis(3), NOON, Instant.MAX));
        assertThat(cache.answer(key("/v1/tags/putin"))).isNull();
        now = NOON.plusMillis(3);
        cache.keep(key("/v1/tags/putin"), answer(7, NOON.plusMillis(3), now, Instant.MAX));
        assertThat(cache.answer(key("/v1/tags/putin"))).isNotNull();
    }

    /** The database's clock has been set back by an hour: the ledger is dated later than now, and the cache must serve. */
    @Test
    void aLedgerThatIsDatedAheadStopsNoCache() {
        cache.keep(key("/v1/tags/putin"), answer(7, NOON.plusSeconds(3_600), NOON, Instant.MAX));
        assertThat(cache.answer(key("/v1/tags/putin"))).isNotNull();
    }

    @Test
    void itTakesNoMoreMemoryThanItMay() {
        RenderedCache small = cache(100_000);
        for (int i = 0; i < 1_000; i++) {
            small.keep(key("/v1/tags/t" + i), answer(7, new Subject("tag:" + i)));
        }
        long kept = IntStream.range(0, 1_000)
                .filter(i -> small.answer(key("/v1/tags/t" + i)) != null)
                .count();
        assertThat(kept).isBetween(10L, 100L);
        assertThat(small.subjects()).isLessThanOrEqualTo((int) kept);
        assertThat(cache(0).isEnabled()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "/v1/articles?limit=5&tags=a, /v1/articles?limit=5&tags=a, /v1/articles?limit=5&tags=a",
                "/v1/articles?tags=a&limit=5, /v1/articles?limit=5&tags=a, /v1/articles?limit=5&tags=a",
                "/v1/articles?order=newest&limit=20, /v1/articles?limit=20&order=newest, /v1/articles",
                "/v1/articles?limit=20&tags=a, /v1/articles?limit=20&tags=a, /v1/articles?tags=a",
                "/v1/articles/x, /v1/articles/x, /v1/articles/x",
                "/feeds/tags/putin.rss?limit=20, /feeds/tags/putin.rss?limit=20, /feeds/tags/putin.rss?limit=20",
                "/sitemap.xml, /sitemap.xml, /sitemap.xml",
                "/v1/desk/articles, -, -",
                "/v1/previews/x, -, -",
                "/, -, -",
                "http://a.example/v1/articles, -, -",
            })
    void aRequestHasOneNameHoweverItIsWritten(String target, String exact, String brief) {
        assertThat(CacheKey.of(target).map(CacheKey::exact).orElse(null)).isEqualTo(exact);
        assertThat(CacheKey.of(target).map(CacheKey::brief).orElse(null)).isEqualTo(brief);
    }

    private static CacheKey key(String target) {
        return CacheKey.of(target).orElseThrow();
    }

    /** Without a lock: of a change and an answer that come at once, one finds the other, whichever is first. */
    @Test
    void nothingOutdatedStaysWhoeverComesFirst() throws Exception {
        AtomicLong ledger = new AtomicLong();
        CacheKey key = key("/v1/tags/putin");
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            for (int round = 0; round < 2_000; round++) {
                CyclicBarrier start = new CyclicBarrier(3);
                List<Future<?>> all = new ArrayList<>();
                for (int keeper = 0; keeper < 2; keeper++) {
                    Rendered read = answer(ledger.get(), PUTIN);
                    all.add(threads.submit(() -> {
                        start.await();
                        cache.keep(key, read);
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
                assertThat(cache.answer(key)).as("round %d", round).isNull();
                assertThat(cache.subjects()).isZero();
                cache.keep(key, answer(ledger.get(), PUTIN));
                assertThat(cache.answer(key)).isNotNull();
                cache.apply(List.of(touch(ledger.incrementAndGet(), PUTIN)));
                assertThat(cache.answer(key))
                        .as("an answer that no change leads to")
                        .isNull();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Touch touch(long seq, Subject subject) {
        return new Touch(seq, List.of(subject), true);
    }

    private static Rendered answer(long seq, Subject subject) {
        return answer(new CacheGroups(
                List.of(subject), new Position(seq, Instant.EPOCH), new Validity(Instant.MIN, Instant.MAX)));
    }

    private static Rendered answer(long seq, Instant changed, Instant from, Instant until) {
        return answer(new CacheGroups(List.of(PUTIN), new Position(seq, changed), new Validity(from, until)));
    }

    private static Rendered answer(CacheGroups groups) {
        return new Rendered(
                Coded.plain(new byte[2], "\"x\"", "application/json"),
                "application/json",
                null,
                Head.of(Map.of()),
                Head.of(Map.of()),
                groups);
    }

    private RenderedCache cache(long size) {
        return new RenderedCache(size, clock, new SimpleMeterRegistry());
    }
}
