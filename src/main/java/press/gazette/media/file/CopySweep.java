package press.gazette.media.file;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import org.jspecify.annotations.Nullable;

import press.gazette.change.Ledger;
import press.gazette.change.LedgerBatch;
import press.gazette.change.LedgerBell;
import press.gazette.change.LedgerPosition;
import press.gazette.change.Subject;
import press.gazette.database.Row;
import press.gazette.database.Sql;
import press.gazette.time.Clockwork;
import press.gazette.time.Work;

/**
 * Removes this node's copies of files that no record has any more. Each node does so after a change of media in the ledger, and
 * once an hour, since a removal that no reader could notice is not in the ledger.
 */
@Singleton
final class CopySweep {

    private static final Duration INTERVAL = Duration.ofHours(1);

    /** Changes that come together, as those of an import, are followed together. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Until then a copy that was on its way to a reader is idle. */
    private static final Duration UNTIL_IDLE = Duration.ofMinutes(2);

    private static final int BATCH = 1_000;

    /** Sweeps take a twentieth of the time at most, however often media change. */
    private static final int PART_OF_THE_TIME = 19;

    private final FileStore store;
    private final Clock clock;

    /** The last change that was read; null before the first round. Used by the work's thread only, like the next one. */
    private @Nullable LedgerPosition place;

    private Instant next = Instant.EPOCH;

    /** No sweep begins before. */
    private Instant earliest = Instant.EPOCH;

    /** True if a changed medium's copy may have been on its way to a reader. */
    private boolean again;

    CopySweep(FileStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Clockwork clockwork, LedgerBell bell) {
        if (store.hasCopies()) {
            Work work = clockwork.start("copies of removed files", this::round);
            bell.atEveryRing(() -> work.wakeIn(PAUSE));
            work.wakeIn(PAUSE);
        }
    }

    private Duration round() {
        Instant now = clock.instant();
        if (hasMediaChanged()) {
            // Noted before a sweep, which may fail: the change is not read again.
            next = earliest.isBefore(next) ? earliest : next;
            again = true;
        }
        if (now.isBefore(next)) {
            return Duration.between(now, next);
        }
        sweep();
        Instant end = clock.instant();
        earliest = end.plus(Duration.between(now, end).multipliedBy(PART_OF_THE_TIME));
        next = end.plus(again ? UNTIL_IDLE : INTERVAL);
        again = false;
        return Duration.between(end, next);
    }

    private boolean hasMediaChanged() {
        if (place == null) {
            place = QuarkusTransaction.requiringNew().call(() -> Ledger.head().position());
            return false;
        }
        boolean hasChanged = false;
        LedgerBatch read;
        do {
            LedgerPosition from = place;
            read = QuarkusTransaction.requiringNew().call(() -> LedgerBatch.after(from, BATCH));
            hasChanged |= !read.isContinuation()
                    || read.invalidations().stream()
                            .flatMap(change -> change.subjects().stream())
                            .anyMatch(subject -> subject.kind() == Subject.Kind.MEDIA);
            place = read.isContinuation()
                    ? read.end()
                    : QuarkusTransaction.requiringNew().call(() -> Ledger.head().position());
        } while (read.isContinuation() && read.invalidations().size() == BATCH);
        return hasChanged;
    }

    /** Removes idle copies without a record. An upload whose record comes later is fetched again. */
    void sweep() {
        Set<String> batch = new HashSet<>();
        store.idleCopies(hash -> {
            batch.add(hash);
            if (batch.size() == BATCH) {
                removeUnused(batch);
                batch.clear();
            }
        });
        if (!batch.isEmpty()) {
            removeUnused(batch);
        }
    }

    private void removeUnused(Set<String> hashes) {
        Set<String> unused = new HashSet<>(hashes);
        QuarkusTransaction.requiringNew().call(() -> used(hashes)).forEach(unused::remove);
        unused.forEach(store::removeCopies);
    }

    private static List<String> used(Set<String> hashes) {
        return Sql.of("select distinct file_hash from media where file_hash in ")
                .plus(Sql.list(hashes))
                .rows(Row::text);
    }
}
