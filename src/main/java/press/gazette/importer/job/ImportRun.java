package press.gazette.importer.job;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jboss.logging.Logger;

import press.gazette.database.BulkTransaction;
import press.gazette.database.DatabaseFailure;
import press.gazette.desk.WriteTransaction;
import press.gazette.forwarding.OldPath;
import press.gazette.importer.item.ImportMapping;
import press.gazette.importer.item.ImportSource;
import press.gazette.importer.item.ImportedArticle;
import press.gazette.importer.item.ImportedArticles;
import press.gazette.importer.item.ImportedItem;
import press.gazette.importer.item.ImportedTerm;
import press.gazette.importer.item.LeftOut;
import press.gazette.importer.item.Note;
import press.gazette.problem.Problem;

/**
 * One run of an import, from its place in the file to the end. Items are written in batches that end by time; each batch is one
 * transaction with its rows of the journal. If a batch fails, each of its items gets a transaction of its own, and one that fails
 * alone is a line of the report.
 */
final class ImportRun {

    private static final Logger LOG = Logger.getLogger(ImportRun.class);

    /** Short, so that editors who write meanwhile do not wait. */
    private static final Duration BATCH = Duration.ofMillis(500);

    private static final int MOST_IN_BATCH = 50;
    private static final int TERMS = 100;
    private static final int PAGE = 1_000;

    /** In place of a number of items: the import has been stopped, or the process stops. */
    private static final int STOPPED = -1;

    private final UUID job;
    private final boolean dryRun;
    private final ImportSource source;
    private final BulkTransaction transaction;
    private final Clock clock;
    private final BooleanSupplier stopped;
    private final TermWriter terms = new TermWriter();
    private final Set<OldPath> expected = new HashSet<>();

    /** @param stopped true once the process stops */
    ImportRun(ImportJob job, ImportFiles files, BulkTransaction transaction, Clock clock, BooleanSupplier stopped) {
        this.job = job.id();
        this.dryRun = job.isDryRun();
        this.source = job.format().source(files.path(job.id()), ImportMapping.read(job.mapping()));
        this.transaction = transaction;
        this.clock = clock;
        this.stopped = stopped;
    }

    /** Runs; returns false if it ends early, because the process or the import stops. */
    boolean finish() {
        writeTerms();
        ImportJob begun = transaction.call(() -> ImportJob.locked(job));
        boolean written = begun.isFollowingLinks() || writeArticles(begun.itemCount());
        if (!written || !followLinks()) {
            return false;
        }
        return transaction.call(() -> {
            List<Note> notes = summary();
            return ImportJob.locked(job).end(JobState.DONE, notes, null, clock.instant());
        });
    }

    private void writeTerms() {
        List<ImportedTerm> all = source.terms();
        for (int from = 0; from < all.size() && !dryRun; from += TERMS) {
            List<ImportedTerm> some = all.subList(from, Math.min(all.size(), from + TERMS));
            transaction.call(() -> terms.write(some, clock.instant()));
        }
        if (dryRun) {
            collectPaths();
        }
    }

    /** Nothing of a dry run is stored, so links to articles of the same file are known by the paths in it. */
    private void collectPaths() {
        try (ImportedArticles items = source.open()) {
            Optional<ImportedItem> next = items.next();
            while (next.isPresent()) {
                if (next.get() instanceof ImportedArticle article) {
                    article.paths().stream()
                            .flatMap(path -> OldPath.of(path).stream())
                            .forEach(expected::add);
                }
                next = items.next();
            }
        }
    }

    private boolean writeArticles(int done) {
        try (ImportedArticles items = source.open()) {
            for (int i = 0; i < done; i++) {
                items.next();
            }
            List<ImportedItem> batch = new ArrayList<>();
            Optional<ImportedItem> next = items.next();
            while (next.isPresent()) {
                batch.add(next.get());
                next = items.next();
                if (batch.size() == MOST_IN_BATCH || next.isEmpty()) {
                    if (!writeBatch(batch)) {
                        return false;
                    }
                    batch.clear();
                }
            }
        }
        return transaction.call(() -> ImportJob.locked(job).followLinks());
    }

    /** Writes the items, in as many transactions as the time asks for. Returns false if the import must stop. */
    private boolean writeBatch(List<ImportedItem> batch) {
        int from = 0;
        while (from < batch.size()) {
            int done = stopped.getAsBoolean() ? STOPPED : writeSome(batch.subList(from, batch.size()));
            if (done == STOPPED) {
                return false;
            }
            from += done;
        }
        return true;
    }

    /** Writes items until the time is over. Returns their number, or {@link #STOPPED}. */
    private int writeSome(List<ImportedItem> items) {
        try {
            return step(items);
        } catch (RuntimeException failure) {
            if (DatabaseFailure.isCauseOf(failure)) {
                throw failure;
            }
            return alone(items.get(0));
        }
    }

    private int alone(ImportedItem item) {
        try {
            return step(List.of(item));
        } catch (RuntimeException failure) {
            if (DatabaseFailure.isCauseOf(failure)) {
                throw failure;
            }
            if (!(failure instanceof Problem)) {
                LOG.errorf(failure, "An item of an import failed; job=%s line=%d", job, item.line());
            }
            Written failed = Written.failed(reason(failure));
            return transaction.call(() -> journal(List.of(item), List.of(failed)));
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
    private int step(List<ImportedItem> items) {
        if (!dryRun) {
            return transaction.call(() -> journal(items, write(items)));
        }
        List<Written> outcomes = WriteTransaction.rolledBack(() -> write(items));
        return transaction.call(() -> journal(items, outcomes));
    }

    private List<Written> write(List<ImportedItem> items) {
        if (dryRun) {
            Set<String> used = items.stream()
                    .flatMap(item -> item instanceof ImportedArticle article ? article.terms().stream() : Stream.of())
                    .collect(Collectors.toSet());
            terms.write(
                    source.terms().stream()
                            .filter(term -> used.contains(term.key()))
                            .toList(),
                    clock.instant());
        }
        long end = System.nanoTime() + BATCH.toNanos();
        List<Written> outcomes = new ArrayList<>();
        for (ImportedItem item : items) {
            outcomes.add(write(item));
            if (System.nanoTime() - end >= 0) {
                break;
            }
        }
        return outcomes;
    }

    private Written write(ImportedItem item) {
        if (item instanceof LeftOut leftOut) {
            return Written.leftOut(leftOut.reason());
        }
        LinkRewriter links = new LinkRewriter(source.hosts(), expected);
        return new ArticleWriter(source.system(), links, terms, job.toString(), clock.instant(), (ImportedArticle) item)
                .write();
    }

    /** Records outcomes; returns their number, or {@link #STOPPED}: what is written stays. */
    private int journal(List<ImportedItem> items, List<Written> outcomes) {
        ImportJob running = ImportJob.locked(job);
        for (int i = 0; i < outcomes.size(); i++) {
            ImportedItem item = items.get(i);
            String title = item instanceof ImportedArticle article ? article.title() : ((LeftOut) item).title();
            ImportEntry.Key key = new ImportEntry.Key(job, running.itemCount() + 1);
            ImportEntry.keep(key, item.id(), title, item.line(), outcomes.get(i));
            running.count(outcomes.get(i).outcome());
        }
        running.renew(clock.instant());
        return running.isUnfinished() ? outcomes.size() : STOPPED;
    }

    /** Writes those items again that link to articles which came after them. */
    private boolean followLinks() {
        Set<Integer> numbers = dryRun ? Set.of() : transaction.call(() -> ImportEntry.numbersWithLinks(job));
        if (numbers.isEmpty()) {
            return true;
        }
        try (ImportedArticles items = source.open()) {
            int number = 1;
            Optional<ImportedItem> next = items.next();
            while (next.isPresent()) {
                if (numbers.contains(number) && (stopped.getAsBoolean() || !follow(next.get(), number))) {
                    return false;
                }
                number++;
                next = items.next();
            }
        }
        return true;
    }

    private boolean follow(ImportedItem item, int number) {
        return transaction.call(() -> {
            Written again = write(item);
            ImportEntry.<ImportEntry>findById(new ImportEntry.Key(job, number)).follow(again);
            ImportJob running = ImportJob.locked(job);
            running.renew(clock.instant());
            return running.isUnfinished();
        });
    }

    /** The lines on the file as a whole, and the numbers of those on its items with an example each. */
    private List<Note> summary() {
        Map<String, Note> examples = new TreeMap<>();
        Map<String, Integer> counts = new TreeMap<>();
        List<ImportEntry> page = ImportEntry.after(job, 0, PAGE);
        while (!page.isEmpty()) {
            for (ImportEntry entry : page) {
                entry.notes().forEach(note -> {
                    counts.merge(note.code(), 1, Integer::sum);
                    examples.putIfAbsent(note.code(), note);
                });
            }
            int last = page.get(page.size() - 1).number();
            ImportEntry.getEntityManager().clear();
            page = ImportEntry.after(job, last, PAGE);
        }
        List<Note> notes = new ArrayList<>(source.notes());
        notes.addAll(terms.notes());
        examples.forEach((code, example) ->
                notes.add(new Note(code, counts.getOrDefault(code, 1) + " times, such as: " + example.detail())));
        return notes;
    }
}
