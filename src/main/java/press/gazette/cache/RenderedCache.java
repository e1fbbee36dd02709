package press.gazette.cache;

import java.lang.invoke.VarHandle;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import press.gazette.change.ChangesCommitted;
import press.gazette.change.Invalidation;
import press.gazette.change.PrivatelyInvalidated;
import press.gazette.change.Subject;
import press.gazette.time.ClockJumped;

/**
 * Cached responses by their requests, bounded by bytes, invalidated when a change touches one of their subjects.
 *
 * <p>A response is read from the database before it is stored here, and a change may come in between. So the cache remembers
 * the latest changes by subject, and does not store a response that was read before a change of one of its subjects: see {@link
 * #store}.
 *
 * <p>A response is served only within its {@link Validity}, which ends with the first end of anything that it shows. The ledger
 * has that end a moment later.
 */
@Singleton
public class RenderedCache {

    /** More changes than happen while one response is rendered. */
    private static final int REMEMBERED = 10_000;

    /** The clocks of two nodes differ by less than this. A later date comes from a clock that was set back since. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(1);

    /** More than the clock is ever set back without a {@link ClockJumped}. */
    static final Duration CLOCK_IS_SET = Duration.ofMillis(200);

    /** No response takes longer from its reading to its storing. */
    private static final Duration LONGEST_READ = Duration.ofMinutes(10);

    /** The cache takes at most a quarter of the heap. */
    private static final int PART_OF_THE_HEAP = 4;

    private final boolean enabled;
    private final Clock clock;
    private final Cache<String, Rendered> responses;
    private final Map<Subject, Set<String>> requests = new ConcurrentHashMap<>();

    /** The latest changes, in order. Guarded by this object. */
    private final Deque<Invalidation> latest = new ArrayDeque<>();

    /** The number of the last change of each subject among the latest changes. */
    private final Map<Subject, Long> touched = new ConcurrentHashMap<>();

    /** The time until which a response must not have been read, by the latest private invalidations of each subject. */
    private final Map<Subject, Instant> privately = new ConcurrentHashMap<>();

    /** That time for all responses. */
    private volatile Instant allPrivately = Instant.MIN;

    /** No response read before this change is stored: the changes until then are unknown. */
    private volatile long unknownUpTo;

    @Inject
    RenderedCache(CacheConfig config, Clock clock, MeterRegistry metrics) {
        this(
                Math.min(config.cacheSize().asLongValue(), Runtime.getRuntime().maxMemory() / PART_OF_THE_HEAP),
                clock,
                metrics);
    }

    /**
     * Makes a cache.
     *
     * @param size in bytes; 0: no response is ever stored
     */
    RenderedCache(long size, Clock clock, MeterRegistry metrics) {
        enabled = size > 0;
        this.clock = clock;
        responses = Caffeine.newBuilder()
                .maximumWeight(size)
                .weigher((String request, Rendered response) -> request.length() + response.weight())
                .executor(Runnable::run)
                .evictionListener(this::evicted)
                .build();
        metrics.gauge("gazette.cache.answers", responses, Cache::estimatedSize);
    }

    /** True if responses are stored at all. */
    public boolean isEnabled() {
        return enabled;
    }

    /** The cached response for a key; null if there is none, or it has ended. */
    public @Nullable Rendered get(CacheKey request) {
        return get(request.exact());
    }

    /** As above, for a target already in normal form; null also if it is not. */
    public @Nullable Rendered get(String target) {
        Rendered response = responses.getIfPresent(target);
        if (response == null || response.groups().validity().includes(clock.instant())) {
            return response;
        }
        drop(target, response);
        return null;
    }

    /** Removes a response, unless a newer one has replaced it. */
    private void drop(String target, Rendered ended) {
        responses.asMap().computeIfPresent(target, (request, response) -> {
            if (!response.equals(ended)) {
                return response;
            }
            unlink(request, response);
            return null;
        });
    }

    /** The number of subjects of all cached responses. */
    int subjects() {
        return requests.size();
    }

    /**
     * Stores a response, unless one of its subjects has changed since it was read, or it has ended.
     *
     * <p>No lock is held. A change is recorded before it invalidates responses, and a response is stored before the changes are
     * checked again: so one of the two finds the other.
     */
    public void store(CacheKey request, Rendered response) {
        CacheGroups groups = response.groups();
        if (enabled && groups.validity().includes(clock.instant()) && !isBehind(groups) && !isOutdated(groups)) {
            put(request.exact(), response);
            if (!request.brief().equals(request.exact())) {
                put(request.brief(), response);
            }
            VarHandle.fullFence();
            if (isOutdated(groups)) {
                drop(request.exact(), response);
                drop(request.brief(), response);
            }
        }
    }

    /** Starts at a place in the ledger; the changes before it are unknown. */
    synchronized void begin(long seq) {
        unknownUpTo = seq;
        allPrivately = clock.instant();
        latest.clear();
        touched.clear();
        VarHandle.fullFence();
        clear();
    }

    /** Clears the cache: responses for a different time show hidden articles, or lack visible ones. */
    synchronized void startAgain(@Observes ClockJumped jump) {
        if (jump.by().isNegative()) {
            // Responses read before these times are dated later than now, and are not stored either.
            privately.clear();
            allPrivately = Instant.MIN;
        }
        clear();
    }

    private void clear() {
        responses.asMap().keySet().forEach(this::remove);
    }

    /**
     * Invalidates the responses that the changes touch. Changes may come twice, and those of this node before older ones of
     * others.
     */
    synchronized void apply(Collection<Invalidation> changes) {
        for (Invalidation change : changes) {
            latest.addLast(change);
            if (!change.understood()) {
                unknownUpTo = Math.max(unknownUpTo, change.seq());
            }
            change.subjects().forEach(subject -> touched.merge(subject, change.seq(), Math::max));
            VarHandle.fullFence();
            if (!change.understood()) {
                clear();
            }
            change.subjects().forEach(this::invalidate);
        }
        while (latest.size() > REMEMBERED) {
            Invalidation oldest = latest.removeFirst();
            unknownUpTo = Math.max(unknownUpTo, oldest.seq());
            oldest.subjects().forEach(subject -> touched.remove(subject, oldest.seq()));
        }
    }

    /**
     * Invalidates the responses of subjects whose end was planned: their validity is wrong. Those that are being read now, which the
     * clock of this node dates, are not stored.
     */
    synchronized void invalidatePrivately(@Observes PrivatelyInvalidated event) {
        Instant now = clock.instant();
        Instant until = now.plus(CLOCK_IS_SET);
        privately.values().removeIf(past -> past.plus(LONGEST_READ).isBefore(now));
        event.subjects().forEach(subject -> privately.put(subject, until));
        allPrivately = event.all() ? until : allPrivately;
        VarHandle.fullFence();
        event.subjects().forEach(this::invalidate);
        if (event.all()) {
            clear();
        }
    }

    /** Applies a change of this node at once: the next request to this node sees it. */
    void committed(@Observes ChangesCommitted own) {
        apply(own.invalidations());
    }

    /**
     * True if a response was read for a moment before the last change that it knows of. The clock of the node that recorded the
     * end of an embargo may be slightly ahead: the response would lack the story, and no later change would invalidate it.
     */
    private static boolean isBehind(CacheGroups groups) {
        Instant from = groups.validity().from();
        Instant changed = groups.position().at();
        return from.isBefore(changed) && !from.plus(CLOCKS_DIFFER).isBefore(changed);
    }

    private boolean isOutdated(CacheGroups groups) {
        long read = groups.position().seq();
        Instant from = groups.validity().from();
        return read < unknownUpTo
                || from.isBefore(allPrivately)
                || groups.subjects().stream()
                        .anyMatch(subject -> touched.getOrDefault(subject, read) > read
                                || from.isBefore(privately.getOrDefault(subject, from)));
    }

    /** Stores a response and its links from subjects together, under the lock of its entry. */
    private void put(String request, Rendered response) {
        responses.asMap().compute(request, (key, former) -> {
            unlink(key, former);
            link(key, response);
            return response;
        });
    }

    private void invalidate(Subject subject) {
        Set<String> all = requests.get(subject);
        if (all != null) {
            all.forEach(this::remove);
        }
    }

    private void remove(String request) {
        responses.asMap().computeIfPresent(request, (key, response) -> {
            unlink(key, response);
            return null;
        });
    }

    private void evicted(@Nullable String request, @Nullable Rendered response, RemovalCause cause) {
        unlink(request, response);
    }

    private void link(String request, Rendered response) {
        for (Subject subject : response.groups().subjects()) {
            requests.compute(subject, (key, known) -> {
                Set<String> all = known == null ? ConcurrentHashMap.newKeySet() : known;
                all.add(request);
                return all;
            });
        }
    }

    /** Removes the links to a response that is no longer cached, or they would fill the memory. */
    private void unlink(@Nullable String request, @Nullable Rendered response) {
        if (request == null || response == null) {
            return;
        }
        for (Subject subject : response.groups().subjects()) {
            requests.computeIfPresent(subject, (key, all) -> {
                all.remove(request);
                return all.isEmpty() ? null : all;
            });
        }
    }
}
