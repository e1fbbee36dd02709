package press.gazette.importer.job;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

import press.gazette.change.Edit;
import press.gazette.change.Ledger;
import press.gazette.database.BulkTransaction;
import press.gazette.desk.changes.DeskChanges;
import press.gazette.importer.copy.MediaStore;
import press.gazette.importer.item.ImportMapping;
import press.gazette.importer.item.ImportSource;
import press.gazette.importer.item.ImportedArticles;
import press.gazette.importer.item.ImportedItem;
import press.gazette.importer.item.ImportedTerm;
import press.gazette.importer.item.Note;
import press.gazette.importer.item.ReadAhead;
import press.gazette.importer.writer.SiteWriter;
import press.gazette.importer.writer.TermWriter;

/** One run of an import, from its place in the files to the end. */
final class ImportRun implements AutoCloseable {

    private static final int MOST_IN_BATCH = 50;
    private static final int TERMS = 100;

    /** Items that are read at most until a request to stop is seen. */
    private static final int MOST_READ = 1_000;

    /**
     * The parts of this node that a run uses.
     *
     * @param stopped true once the process stops
     */
    record Node(
            ImportFiles files, MediaStore media, BulkTransaction transaction, Clock clock, BooleanSupplier stopped) {}

    private final ImportLease lease;
    private final UUID job;
    private final boolean dryRun;
    private final ImportSource source;
    private final BulkTransaction transaction;
    private final Clock clock;
    private final TermWriter terms = new TermWriter();
    private final ItemWriter items;

    ImportRun(ImportLease lease, ImportJob job, Node node) {
        this.lease = lease;
        this.job = job.id();
        this.dryRun = job.options().dryRun();
        this.source = job.options()
                .format()
                .source(
                        node.files().paths(job),
                        ImportMapping.read(job.options().mapping()));
        this.transaction = node.transaction();
        this.clock = node.clock();
        this.items = new ItemWriter(lease, job, source, node, terms);
    }

    /** Runs; returns false if it ends early, because the process or the import stops. */
    boolean finish() {
        if (dryRun) {
            String proposal = items.survey();
            transaction.call(() -> propose(proposal));
        } else {
            writeTerms();
        }
        ImportJob begun = transaction.call(lease::job);
        boolean written =
                begun.isFollowingLinks() || writeArticles(begun.counts().itemCount());
        if (!written || !followLinks()) {
            return false;
        }
        List<Note> summary = transaction.call(() -> ImportSummary.of(job));
        return transaction.call(() -> end(summary));
    }

    /** Writes the site and ends the import in one transaction: a process that is killed leaves both to the next one. */
    private boolean end(List<Note> summary) {
        List<Note> notes = new ArrayList<>(source.notes());
        notes.addAll(dryRun ? SiteWriter.plan(source.site()) : writeSite());
        notes.addAll(terms.notes());
        notes.addAll(summary);
        ImportJob ended = lease.job();
        ended.noteChanges();
        return ended.end(JobState.DONE, notes, null, clock.instant());
    }

    private List<Note> writeSite() {
        asImport();
        return SiteWriter.write(source, terms, clock.instant());
    }

    /** Names the author of the changes of the running transaction. */
    private void asImport() {
        DeskChanges.by(Edit.IMPORTER);
        Ledger.importedBy(job);
    }

    private ImportJob propose(String proposal) {
        ImportJob tried = lease.job();
        tried.propose(proposal);
        return tried;
    }

    private void writeTerms() {
        List<ImportedTerm> all = source.terms();
        for (int from = 0; from < all.size(); from += TERMS) {
            List<ImportedTerm> some = all.subList(from, Math.min(all.size(), from + TERMS));
            transaction.call(() -> {
                asImport();
                int written = terms.write(some, clock.instant());
                lease.job().noteChanges();
                return written;
            });
        }
    }

    private boolean writeArticles(int done) {
        return readInBatches(number -> number > done, items::writeAll)
                && transaction.call(() -> lease.job().followLinks());
    }

    /** Writes those items again that link to articles which came after them. */
    private boolean followLinks() {
        Set<Integer> numbers = dryRun ? Set.of() : transaction.call(() -> ImportEntry.numbersWithLinks(job));
        return numbers.isEmpty() || readInBatches(numbers::contains, items::followAll);
    }

    /** Reads all items, and has those of some numbers written. Returns false if the import must stop. */
    private boolean readInBatches(IntPredicate wanted, Predicate<List<ItemWriter.Numbered>> write) {
        try (ImportedArticles all = new ReadAhead(source.open())) {
            List<ItemWriter.Numbered> batch = new ArrayList<>();
            Optional<ImportedItem> next = all.next();
            for (int number = 1; next.isPresent(); number++) {
                if (wanted.test(number)) {
                    batch.add(new ItemWriter.Numbered(number, next.get()));
                }
                next = all.next();
                if (batch.size() == MOST_IN_BATCH || number % MOST_READ == 0 || next.isEmpty()) {
                    if (!write.test(batch)) {
                        return false;
                    }
                    batch.clear();
                }
            }
        }
        return true;
    }

    @Override
    public void close() {
        items.close();
    }
}
