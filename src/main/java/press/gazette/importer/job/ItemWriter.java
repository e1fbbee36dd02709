package press.gazette.importer.job;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jboss.logging.Logger;

import press.gazette.change.Edit;
import press.gazette.change.Ledger;
import press.gazette.database.BulkTransaction;
import press.gazette.database.DatabaseFailure;
import press.gazette.desk.WriteTransaction;
import press.gazette.desk.changes.DeskChanges;
import press.gazette.forwarding.OldPath;
import press.gazette.importer.copy.ImportMedia;
import press.gazette.importer.copy.PictureCopier;
import press.gazette.importer.item.ImportSource;
import press.gazette.importer.item.ImportedArticle;
import press.gazette.importer.item.ImportedArticles;
import press.gazette.importer.item.ImportedItem;
import press.gazette.importer.item.LeftOut;
import press.gazette.importer.writer.ArticleWriter;
import press.gazette.importer.writer.Destination;
import press.gazette.importer.writer.GivenSlugs;
import press.gazette.importer.writer.ItemBatch;
import press.gazette.importer.writer.LinkRewriter;
import press.gazette.importer.writer.PictureCopies;
import press.gazette.importer.writer.TermWriter;
import press.gazette.importer.writer.Written;
import press.gazette.problem.Problem;

/**
 * Writes items in batches that end by time; each batch is one transaction with its rows of the journal. If a batch fails, each of
 * its items gets a transaction of its own, and one that fails alone is a line of the report.
 */
final class ItemWriter {

    private static final Logger LOG = Logger.getLogger(ItemWriter.class);

    /** Short, so that editors who write meanwhile do not wait. */
    private static final Duration BATCH = Duration.ofMillis(500);

    /** Returned instead of a count when the import or the process stops. */
    private static final int STOPPED = -1;

    /**
     * An item of the files of an import.
     *
     * @param number its place among all items of all files, from 1
     */
    record Numbered(int number, ImportedItem item) {

        private ImportEntry.Key of(UUID job) {
            return new ImportEntry.Key(job, number);
        }
    }

    /** Records the outcomes of the first of some items in the running transaction; returns their number, or {@link #STOPPED}. */
    private interface Recorder {

        int record(List<Numbered> items, List<Written> outcomes);
    }

    private final ImportLease lease;
    private final UUID job;
    private final ImportOptions options;
    private final boolean dryRun;
    private final ImportSource source;
    private final BulkTransaction transaction;
    private final Clock clock;
    private final BooleanSupplier stopped;
    private final TermWriter terms;
    private final PictureCopier copier;
    private final GivenSlugs slugs;
    private final Set<OldPath> expected = new HashSet<>();

    ItemWriter(ImportLease lease, ImportJob job, ImportSource source, ImportRun.Node node, TermWriter terms) {
        this.lease = lease;
        this.job = job.id();
        this.options = job.options();
        this.dryRun = options.dryRun();
        this.source = source;
        this.transaction = node.transaction();
        this.clock = node.clock();
        this.stopped = node.stopped();
        this.terms = terms;
        this.copier = new PictureCopier(
                dryRun ? ImportMedia.REFER : options.media(),
                this.job,
                source.hosts(),
                node.media(),
                transaction,
                stopped);
        this.slugs = new GivenSlugs(dryRun);
    }

    /**
     * Reads all items of a dry run: nothing of it is stored, so links to articles of the same files are known by their paths.
     * Returns the mapping that it proposes.
     */
    String survey() {
        MappingProposal proposal = new MappingProposal(source.terms());
        try (ImportedArticles items = source.open()) {
            Optional<ImportedItem> next = items.next();
            while (next.isPresent()) {
                proposal.add(next.get());
                if (next.get() instanceof ImportedArticle article) {
                    article.paths().stream()
                            .flatMap(path -> OldPath.of(path).stream())
                            .forEach(expected::add);
                }
                next = items.next();
            }
        }
        return proposal.yaml();
    }

    /**
     * Writes the items, in as many transactions as the time asks for. Returns false if the import must stop, also without items.
     */
    private boolean writeInSteps(List<Numbered> batch, Recorder recorder) {
        PictureCopies pictures = copier.copy(batch.stream().map(Numbered::item).toList());
        if (batch.isEmpty()) {
            return !stopped.getAsBoolean() && transaction.call(() -> recorder.record(List.of(), List.of())) != STOPPED;
        }
        int from = 0;
        while (from < batch.size()) {
            int done =
                    stopped.getAsBoolean() ? STOPPED : writeSome(batch.subList(from, batch.size()), pictures, recorder);
            if (done == STOPPED) {
                return false;
            }
            from += done;
        }
        return true;
    }

    /** Writes items that are new to this import. Returns false if the import must stop. */
    boolean writeAll(List<Numbered> batch) {
        return writeInSteps(batch, this::journal);
    }

    /** Writes items again, now that the articles that they link to are here. Returns false if the import must stop. */
    boolean followAll(List<Numbered> batch) {
        return writeInSteps(batch, this::followed);
    }

    /** Writes items until the time is over. Returns their number, or {@link #STOPPED}. */
    private int writeSome(List<Numbered> items, PictureCopies pictures, Recorder recorder) {
        try {
            return step(items, pictures, recorder);
        } catch (RuntimeException failure) {
            if (endsTheRun(failure)) {
                throw failure;
            }
            return eachAlone(items, pictures, recorder);
        }
    }

    private static boolean endsTheRun(RuntimeException failure) {
        return failure instanceof ImportLease.Lost || DatabaseFailure.isCauseOf(failure);
    }

    private int eachAlone(List<Numbered> items, PictureCopies pictures, Recorder recorder) {
        for (Numbered item : items) {
            if (stopped.getAsBoolean() || alone(item, pictures, recorder) == STOPPED) {
                return STOPPED;
            }
        }
        return items.size();
    }

    private int alone(Numbered item, PictureCopies pictures, Recorder recorder) {
        try {
            return step(List.of(item), pictures, recorder);
        } catch (RuntimeException failure) {
            if (endsTheRun(failure)) {
                throw failure;
            }
            if (!(failure instanceof Problem)) {
                LOG.errorf(
                        failure,
                        "An item of an import failed; job=%s line=%d",
                        job,
                        item.item().line());
            }
            Written failed = Written.failed(reason(failure));
            return transaction.call(() -> recorder.record(List.of(item), List.of(failed)));
        }
    }

    private static String reason(RuntimeException failure) {
        if (failure instanceof Problem problem && !problem.faults().isEmpty()) {
            Problem.Fault first = problem.faults().get(0);
            return first.pointer() + ": " + first.detail();
        }
        return failure instanceof Problem problem ? problem.detail() : "The server failed to write it.";
    }

    /** Writes items and records them, in one transaction unless nothing is to be stored. */
    private int step(List<Numbered> items, PictureCopies pictures, Recorder recorder) {
        if (!dryRun) {
            return transaction.call(() -> recorder.record(items, write(items, pictures)));
        }
        List<Written> outcomes = WriteTransaction.rolledBack(() -> write(items, pictures));
        return transaction.call(() -> recorder.record(items, outcomes));
    }

    private List<Written> write(List<Numbered> items, PictureCopies pictures) {
        DeskChanges.by(Edit.IMPORTER);
        Ledger.importedBy(job);
        if (dryRun) {
            writeTermsOf(items);
        }
        long end = System.nanoTime() + BATCH.toNanos();
        List<Written> outcomes = new ArrayList<>();
        try (ItemBatch batch = new ItemBatch(
                source.system(), items.stream().map(Numbered::item).toList())) {
            for (Numbered each : items) {
                outcomes.add(write(each.item(), pictures, batch));
                batch.endItem(each.item());
                if (System.nanoTime() - end >= 0) {
                    break;
                }
            }
            batch.send();
        }
        return outcomes;
    }

    private void writeTermsOf(List<Numbered> items) {
        Set<String> used = items.stream()
                .flatMap(
                        each -> each.item() instanceof ImportedArticle article ? article.terms().stream() : Stream.of())
                .collect(Collectors.toSet());
        terms.write(
                source.terms().stream()
                        .filter(term -> used.contains(term.key()))
                        .toList(),
                clock.instant());
    }

    private Written write(ImportedItem item, PictureCopies pictures, ItemBatch batch) {
        if (options.passOver(item)) {
            return Written.unchanged();
        }
        Destination destination = new Destination(source.system(), job, terms, pictures, slugs, batch, clock.instant());
        return item instanceof LeftOut leftOut
                ? ArticleWriter.write(destination, leftOut)
                : ArticleWriter.write(destination, new LinkRewriter(source.hosts(), expected), (ImportedArticle) item);
    }

    /** Records outcomes; returns their number, or {@link #STOPPED}: what is written stays. */
    private int journal(List<Numbered> items, List<Written> outcomes) {
        ImportJob running = lease.job();
        for (int i = 0; i < outcomes.size(); i++) {
            ImportedItem item = items.get(i).item();
            String title = item instanceof ImportedArticle article ? article.title() : ((LeftOut) item).title();
            ImportEntry.Key key = items.get(i).of(job);
            if (outcomes.get(i).isToReport()) {
                ImportEntry.keep(key, item.id(), title, item.line(), outcomes.get(i));
            }
            if (!dryRun) {
                ImportRemainder.keep(key, item, outcomes.get(i));
            }
            running.count(outcomes.get(i).outcome());
        }
        return running.isUnfinished() ? outcomes.size() : STOPPED;
    }

    /** Records that the links of items were followed; returns their number, or {@link #STOPPED}. */
    private int followed(List<Numbered> items, List<Written> outcomes) {
        for (int i = 0; i < outcomes.size(); i++) {
            ImportEntry.<ImportEntry>findById(items.get(i).of(job)).follow(outcomes.get(i));
        }
        ImportJob running = lease.job();
        running.noteChanges();
        return running.isUnfinished() ? outcomes.size() : STOPPED;
    }

    /** Ends the threads that copy pictures. */
    void close() {
        copier.close();
    }
}
