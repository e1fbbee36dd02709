package press.gazette.delivery.cache;

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

import press.gazette.change.Committed;
import press.gazette.change.Subject;
import press.gazette.change.Touch;
import press.gazette.time.ClockJumped;

/**
 * Rendered answers by their requests, bounded by their bytes, and forgotten when a change touches what they depend on.
 *
 * <p>An answer is read from the database before it is kept here, and a change may come in between. So the latest changes are
 * remembered by their subjects, and nothing is kept that was read before one that touches it: see {@link #keep}.
 *
 * <p>An answer is given out only while the clock is within its {@link Validity}, and not after the first end of anything it
 * shows. The ledger tells of that end a moment later.
 */
@Singleton
public class RenderedCache {

    /** More changes than come in while one answer is rendered. */
    private static final int REMEMBERED = 10_000;

    /** The clocks of two nodes differ by less than this. What is dated later was dated by a clock that has been set back. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(1);

    /** What else a small heap has to hold comes first. */
    private static final int PART_OF_THE_HEAP = 4;

    private final boolean enabled;
    private final Clock clock;
    private final Cache<String, Rendered> answers;
    private final Map<Subject, Set<String>> requests = new ConcurrentHashMap<>();

    /** The latest changes, to be forgotten again. Guarded by this object. */
    private final Deque<Touch> latest = new ArrayDeque<>();

    /** The number of the last change that touched each subject, as far as that is among the latest. */
    private final Map<Subject, Long> touched = new ConcurrentHashMap<>();

    /** Nothing is kept that was read before this change: what happened until then is not known any more. */
    private volatile long unknownUpTo;

    @Inject
    RenderedCache(CacheConfig config, Clock clock, MeterRegistry metrics) {
        this(
                Math.min(config.cacheSize().asLongValue(), Runtime.getRuntime().maxMemory() / PART_OF_THE_HEAP),
                clock,
                metrics);
    }

    /**
     * Of a size in bytes.
     *
     * @param size 0: nothing is ever kept
     */
    RenderedCache(long size, Clock clock, MeterRegistry metrics) {
        enabled = size > 0;
        this.clock = clock;
        answers = Caffeine.newBuilder()
                .maximumWeight(size)
                .weigher((String request, Rendered answer) -> request.length() + answer.weight())
                .executor(Runnable::run)
                .evictionListener(this::evicted)
                .build();
        metrics.gauge("gazette.cache.answers", answers, Cache::estimatedSize);
    }

    /** Whether anything is ever kept. */
    public boolean isEnabled() {
        return enabled;
    }

    /** The answer to a request; absent: it is not there, or not any more. */
    public @Nullable Rendered answer(CacheKey request) {
        return answer(request.exact());
    }

    /** The same where the request may already be written as it is named; absent: or it is not. */
    public @Nullable Rendered answer(String target) {
        Rendered answer = answers.getIfPresent(target);
        if (answer == null || answer.groups().validity().includes(clock.instant())) {
            return answer;
        }
        drop(target, answer);
        return null;
    }

    /** Unless another one has taken its place. */
    private void drop(String target, Rendered ended) {
        answers.asMap().computeIfPresent(target, (request, answer) -> {
            if (!answer.equals(ended)) {
                return answer;
            }
            unlink(request, answer);
            return null;
        });
    }

    /** How many subjects anything is kept of. */
    int subjects() {
        return requests.size();
    }

    /**
     * Keeps an answer, unless something that it depends on has changed since it was read, or has ended.
     *
     * <p>No lock is held meanwhile. A change is noted before it forgets answers, and an answer is kept before it is asked
     * again whether there was a change: so one of both finds the other.
     */
    public void keep(CacheKey request, Rendered answer) {
        CacheGroups groups = answer.groups();
        if (enabled && groups.validity().includes(clock.instant()) && !isBehind(groups) && !isOutdated(groups)) {
            put(request.exact(), answer);
            if (!request.brief().equals(request.exact())) {
                put(request.brief(), answer);
            }
            VarHandle.fullFence();
            if (isOutdated(groups)) {
                drop(request.exact(), answer);
                drop(request.brief(), answer);
            }
        }
    }

    /** Begins anew: of what was before this place in the ledger nothing is known. */
    synchronized void begin(long seq) {
        unknownUpTo = seq;
        VarHandle.fullFence();
        clear();
    }

    /** What was rendered for another time shows what may not be seen yet, or lacks what may. */
    void startAgain(@Observes ClockJumped jump) {
        clear();
    }

    private void clear() {
        answers.asMap().keySet().forEach(this::remove);
    }

    /** Forgets what the changes touch. Changes may be told again, and those of this node before those of others. */
    synchronized void apply(Collection<Touch> changes) {
        for (Touch change : changes) {
            latest.addLast(change);
            if (!change.understood()) {
                unknownUpTo = Math.max(unknownUpTo, change.seq());
            }
            change.subjects().forEach(subject -> touched.merge(subject, change.seq(), Math::max));
            VarHandle.fullFence();
            if (!change.understood()) {
                clear();
            }
            change.subjects().forEach(this::forget);
        }
        while (latest.size() > REMEMBERED) {
            Touch oldest = latest.removeFirst();
            unknownUpTo = Math.max(unknownUpTo, oldest.seq());
            oldest.subjects().forEach(subject -> touched.remove(subject, oldest.seq()));
        }
    }

    /** What this node has written is seen by whoever asks it next. */
    void committed(@Observes Committed own) {
        apply(own.touches());
    }

    /**
     * Whether it was read for a moment before the last change that it knows of. The clock of the node that told of an
     * embargo's end may be a hair ahead of this one's: the answer would lack the story, and no later change would tell.
     */
    private static boolean isBehind(CacheGroups groups) {
        Instant from = groups.validity().from();
        Instant changed = groups.position().at();
        return from.isBefore(changed) && !from.plus(CLOCKS_DIFFER).isBefore(changed);
    }

    private boolean isOutdated(CacheGroups groups) {
        long read = groups.position().seq();
        return read < unknownUpTo
                || groups.subjects().stream().anyMatch(subject -> touched.getOrDefault(subject, read) > read);
    }

    /** An answer and the links that lead to it change together, under the lock of its entry. */
    private void put(String request, Rendered answer) {
        answers.asMap().compute(request, (key, former) -> {
            unlink(key, former);
            link(key, answer);
            return answer;
        });
    }

    private void forget(Subject subject) {
        Set<String> all = requests.get(subject);
        if (all != null) {
            all.forEach(this::remove);
        }
    }

    private void remove(String request) {
        answers.asMap().computeIfPresent(request, (key, answer) -> {
            unlink(key, answer);
            return null;
        });
    }

    private void evicted(@Nullable String request, @Nullable Rendered answer, RemovalCause cause) {
        unlink(request, answer);
    }

    private void link(String request, Rendered answer) {
        for (Subject subject : answer.groups().subjects()) {
            requests.compute(subject, (key, known) -> {
                Set<String> all = known == null ? ConcurrentHashMap.newKeySet() : known;
                all.add(request);
                return all;
            });
        }
    }

    /** It has gone; what leads to it must not fill the memory in its stead. */
    private void unlink(@Nullable String request, @Nullable Rendered answer) {
        if (request == null || answer == null) {
            return;
        }
        for (Subject subject : answer.groups().subjects()) {
            requests.computeIfPresent(subject, (key, all) -> {
                all.remove(request);
                return all.isEmpty() ? null : all;
            });
        }
    }
}
