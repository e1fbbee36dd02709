package press.gazette.media.file;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

import press.gazette.database.Row;
import press.gazette.database.Sql;
import press.gazette.problem.Problem;
import press.gazette.time.Clockwork;

/** Removes files that no record has had for a day, their renditions, and files that never arrived. */
@Singleton
final class FileSweep {

    private static final Logger LOG = Logger.getLogger(FileSweep.class);

    /** An upload comes before its record is used, and an editor may undo. */
    private static final Duration UNUSED = Duration.ofDays(1);

    private static final Duration INTERVAL = Duration.ofHours(1);

    /** Small enough for one transaction; the next round goes on. */
    private static final int MOST = 1_000;

    private final FileStore store;
    private final StoreMarker marker;
    private final Clock clock;

    /** The last look at all files, which takes longer than the questions to the database. */
    private Instant walked = Instant.EPOCH;

    FileSweep(FileStore store, StoreMarker marker, Clock clock) {
        this.store = store;
        this.marker = marker;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Clockwork clockwork) {
        clockwork.start("unused files", this::round).wakeIn(INTERVAL);
    }

    private Duration round() {
        try {
            sweep();
        } catch (Problem unavailable) {
            LOG.warn("Files that are not needed stay until the next round: the store of files cannot be used.");
        }
        return INTERVAL;
    }

    private void sweep() {
        Instant now = clock.instant();
        if (walked.isBefore(now.minus(UNUSED))) {
            walked = now;
            adopt(now.minus(UNUSED));
        }
        sweep(now.minus(UNUSED));
    }

    /** Removes what nobody has needed since a moment; nothing in the store of another database. */
    void sweep(Instant oldest) {
        if (!marker.isOurs()) {
            return;
        }
        store.removeParts(oldest);
        List<String> unused = QuarkusTransaction.requiringNew().call(() -> unused(oldest));
        unused.forEach(hash -> QuarkusTransaction.requiringNew().run(() -> remove(hash, oldest)));
    }

    /** Gives files that a crash has left without a row one, so that they are swept like all others. */
    void adopt(Instant oldest) {
        if (!marker.isOurs()) {
            return;
        }
        List<String> hashes = store.hashes(oldest);
        for (int from = 0; from < hashes.size(); from += MOST) {
            List<String> some = hashes.subList(from, Math.min(hashes.size(), from + MOST));
            QuarkusTransaction.requiringNew().run(() -> FiledContent.adopt(some, oldest));
        }
    }

    private static List<String> unused(Instant oldest) {
        return Sql.of(
                        "select f.hash from media_file f where f.filed_at < ?"
                                + " and not exists (select 1 from media m where m.file_hash = f.hash)"
                                + " order by f.filed_at, f.hash limit " + MOST,
                        oldest)
                .rows(Row::text);
    }

    /** Removes the file while its row is locked: an upload of the same content waits, and stores it anew. */
    private void remove(String hash, Instant oldest) {
        FiledContent.unused(hash, oldest).ifPresent(content -> {
            store.remove(hash);
            content.delete();
        });
    }
}
