package press.gazette.importer.copy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import jakarta.persistence.PersistenceException;

import org.jspecify.annotations.Nullable;

import press.gazette.database.BulkTransaction;
import press.gazette.database.DatabaseFailure;
import press.gazette.importer.item.ImportedArticle;
import press.gazette.importer.item.ImportedItem;
import press.gazette.importer.item.ImportedPicture;
import press.gazette.importer.writer.PictureCopies;
import press.gazette.media.file.FileStore;
import press.gazette.media.file.IncomingFile;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/**
 * Copies the files that articles show into the store before the articles are written: each in a transaction of its own, so that
 * a killed import does not copy it again, a few at once, and some again if the former site is busy.
 */
public final class PictureCopier implements AutoCloseable {

    private static final int ATTEMPTS = 3;
    private static final int MOST_FAILURES = 30;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final ImportMedia way;
    private final UUID job;
    private final List<String> hosts;
    private final MediaStore store;
    private final BulkTransaction transaction;
    private final BooleanSupplier stopped;
    private final @Nullable Path folder;
    private final SiteFiles files;
    private final AtomicInteger failures = new AtomicInteger();
    private final ExecutorService threads;

    /**
     * Makes a copier for one run of an import.
     *
     * @param hosts of the former site; empty: files are copied from any
     * @param stopped true once the process stops
     */
    public PictureCopier(
            ImportMedia way,
            UUID job,
            List<String> hosts,
            MediaStore store,
            BulkTransaction transaction,
            BooleanSupplier stopped) {
        this.way = way;
        this.job = job;
        this.hosts = hosts;
        this.store = store;
        this.transaction = transaction;
        this.stopped = stopped;
        this.folder = store.config().importMediaFolder().orElse(null);
        this.files = new SiteFiles(store.client());
        this.threads = Executors.newFixedThreadPool(store.config().importDownloads(), work -> {
            Thread thread = new Thread(work, "copy of a picture");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Copies the files that the items show. Those that cannot be copied are among the failures with the reason. */
    public PictureCopies copy(List<ImportedItem> items) {
        PictureCopies copies = new PictureCopies();
        if (way == ImportMedia.REFER) {
            return copies;
        }
        Map<String, @Nullable ImportedPicture> wanted = wanted(items);
        transaction.call(() -> addKnown(wanted, copies));
        Map<String, Future<PictureCopies.Copy>> running = new HashMap<>();
        wanted.forEach((address, words) -> {
            if (!copies.knows(address)) {
                running.put(address, threads.submit(() -> copy(address, words)));
            }
        });
        running.forEach((address, copy) -> await(address, copy, copies));
        return copies;
    }

    private Map<String, @Nullable ImportedPicture> wanted(List<ImportedItem> items) {
        Map<String, @Nullable ImportedPicture> wanted = new HashMap<>();
        for (ImportedItem item : items) {
            if (item instanceof ImportedArticle article) {
                PictureCopies.addresses(article).stream()
                        .filter(this::isToCopy)
                        .forEach(address -> wanted.putIfAbsent(address, null));
                ImportedPicture lead = article.image();
                if (lead != null && wanted.containsKey(lead.url())) {
                    wanted.put(lead.url(), lead);
                }
            }
        }
        return wanted;
    }

    private boolean isToCopy(String address) {
        String host = SiteFiles.host(address);
        boolean isOfSite =
                hosts.isEmpty() || hosts.stream().anyMatch(site -> host.equals(site) || host.endsWith("." + site));
        return !host.isEmpty() && isOfSite && address.length() <= ImportedFile.LONGEST;
    }

    private static boolean addKnown(Map<String, @Nullable ImportedPicture> wanted, PictureCopies copies) {
        for (ImportedFile file : ImportedFile.at(wanted.keySet())) {
            PictureCopies.Copy copy = MediaStore.find(file.mediaId());
            if (copy != null) {
                copies.add(file.address(), copy);
            }
        }
        return true;
    }

    private void await(String address, Future<PictureCopies.Copy> copy, PictureCopies copies) {
        try {
            copies.add(address, copy.get());
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (DatabaseFailure.isCauseOf(e)) {
                throw new IllegalStateException("The record of a copied picture cannot be stored", e);
            }
            copies.fail(address, cause instanceof Problem problem ? problem.detail() : reason(cause));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            copies.fail(address, "The process stops.");
        }
    }

    private static String reason(@Nullable Throwable failure) {
        return failure == null || failure.getMessage() == null ? "It cannot be read." : failure.getMessage();
    }

    private PictureCopies.Copy copy(String address, @Nullable ImportedPicture words) throws IOException {
        Path file = store.incoming();
        try {
            fetch(address, file);
            try (IncomingFile received = store.receive(file)) {
                return keep(address, received, words);
            }
        } finally {
            FileStore.discard(file);
        }
    }

    private PictureCopies.Copy keep(String address, IncomingFile received, @Nullable ImportedPicture words) {
        store.keep(received);
        try {
            return transaction.call(() -> create(address, received, words));
        } catch (PersistenceException collision) {
            // Another thread has stored the same content at the same time.
            return transaction.call(() -> create(address, received, words));
        }
    }

    private PictureCopies.Copy create(String address, IncomingFile received, @Nullable ImportedPicture words) {
        PictureCopies.Copy copy = store.create(received, words);
        ImportedFile.keep(address, copy.media(), job);
        return copy;
    }

    private void fetch(String address, Path target) throws IOException {
        if (way == ImportMedia.FOLDER) {
            Files.copy(local(address), target, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        for (int attempt = 1; true; attempt++) {
            try {
                files.fetch(address, target, attempt);
                failures.set(0);
                return;
            } catch (SiteFiles.Busy busy) {
                // A site that is gone is not asked three times for each of a hundred thousand pictures.
                boolean isAway = failures.incrementAndGet() > MOST_FAILURES;
                if (attempt == ATTEMPTS || isAway || stopped.getAsBoolean()) {
                    throw busy;
                }
                SiteFiles.rest(PAUSE.multipliedBy(attempt));
            }
        }
    }

    /** The file of an address in the folder: below it by the whole path, or by the part behind the folder of uploads. */
    private Path local(String address) throws IOException {
        if (folder == null) {
            throw Problem.of(ProblemType.CONFLICT, "The setting gazette.import-media-folder is absent.");
        }
        String path = URI.create(address).getPath().replaceFirst("^/+", "");
        List<String> forms = new ArrayList<>(List.of(path));
        for (String uploads : List.of("wp-content/uploads/", "content/")) {
            int at = path.indexOf(uploads);
            if (at >= 0) {
                forms.add(path.substring(at + uploads.length()));
            }
        }
        Path root = folder.toRealPath();
        for (String form : forms) {
            Path file = root.resolve(form).normalize();
            if (file.startsWith(root)
                    && Files.isRegularFile(file)
                    && file.toRealPath().startsWith(root)) {
                return file;
            }
        }
        throw new IOException("The folder does not have it.");
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
