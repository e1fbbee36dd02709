package press.gazette.importer.job;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import org.jboss.logging.Logger;

import press.gazette.article.Article;
import press.gazette.article.ArticleRef;
import press.gazette.article.Status;
import press.gazette.change.Edit;
import press.gazette.change.Ledger;
import press.gazette.database.BulkTransaction;
import press.gazette.database.DatabaseFailure;
import press.gazette.desk.changes.DeskChanges;
import press.gazette.forwarding.OldAddress;
import press.gazette.importer.writer.Outcome;
import press.gazette.importer.writer.Untouched;

/**
 * Takes back the articles that an import has created and no editor has changed since. An article that readers have seen becomes a
 * draft, since its address stays taken; any other is discarded.
 */
final class Undoing {

    private static final Logger LOG = Logger.getLogger(Undoing.class);

    private static final int PAGE = 100;

    private final ImportLease lease;
    private final UUID job;
    private final BulkTransaction transaction;
    private final Clock clock;
    private final BooleanSupplier stopped;

    Undoing(ImportLease lease, BulkTransaction transaction, Clock clock, BooleanSupplier stopped) {
        this.lease = lease;
        this.job = lease.id();
        this.transaction = transaction;
        this.clock = clock;
        this.stopped = stopped;
    }

    /** Runs; returns false if it ends early, because the process stops. */
    boolean finish() {
        int number = 0;
        List<ImportEntry> page = page(number);
        while (!page.isEmpty()) {
            for (ImportEntry entry : page) {
                if (stopped.getAsBoolean()) {
                    return false;
                }
                takeBack(entry);
                number = entry.number();
            }
            page = page(number);
        }
        return transaction.call(() -> {
            ImportJob undone = lease.job();
            return undone.end(JobState.UNDONE, undone.notes(), null, clock.instant());
        });
    }

    private List<ImportEntry> page(int number) {
        return transaction.call(() -> ImportEntry.after(job, number, PAGE));
    }

    private void takeBack(ImportEntry entry) {
        UUID article = entry.articleId();
        if (entry.outcome() != Outcome.CREATED || article == null) {
            return;
        }
        try {
            transaction.call(() -> takeBack(article, entry.number()));
        } catch (RuntimeException failure) {
            if (failure instanceof ImportLease.Lost || DatabaseFailure.isCauseOf(failure)) {
                throw failure;
            }
            LOG.warnf("An article of an import stays; job=%s article=%s cause=%s", job, article, failure.getMessage());
        }
    }

    private boolean takeBack(UUID id, int number) {
        DeskChanges.by(Edit.IMPORTER);
        Ledger.importedBy(job);
        Instant now = clock.instant();
        Optional<Article> found = ArticleRef.lock(id).filter(Untouched::is);
        if (found.isEmpty()) {
            return false;
        }
        Article article = found.get();
        if (article.life().status() != Status.DRAFT) {
            article.unpublish(Edit.unsigned(now));
        }
        OldAddress.takeBack(job.toString(), id, now);
        if (!article.life().wasRevealed()) {
            article.discard();
        }
        ImportEntry.<ImportEntry>findById(new ImportEntry.Key(job, number)).undone();
        ImportJob undoing = lease.job();
        undoing.counts().countReversal();
        undoing.noteChanges();
        return true;
    }
}
