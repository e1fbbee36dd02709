package press.gazette.importer.item;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;

/** Reads items in a thread of its own while earlier ones are written. A failure is thrown after the items before it. */
public final class ReadAhead implements ImportedArticles {

    /** Two parts are in memory: the one from which items are taken, and the next one. */
    private static final int ITEMS = 25;

    private static final int CHARACTERS = 500_000;

    /** @param failure thrown after the items; null: they were read without one */
    private record Part(
            Queue<ImportedItem> items,
            boolean isLast,
            @Nullable RuntimeException failure) {}

    private final ImportedArticles articles;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(ReadAhead::thread);
    private Part part;
    private Future<Part> next;

    /** Begins to read. The articles are this reader's from now on. */
    public ReadAhead(ImportedArticles articles) {
        this.articles = articles;
        this.part = new Part(new ArrayDeque<>(), false, null);
        this.next = reader.submit(this::read);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "import reader");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public Optional<ImportedItem> next() {
        while (part.items().isEmpty()) {
            if (part.failure() != null) {
                throw part.failure();
            }
            if (part.isLast()) {
                return Optional.empty();
            }
            part = taken();
            next = part.isLast() ? next : reader.submit(this::read);
        }
        return Optional.of(part.items().remove());
    }

    private Part taken() {
        try {
            return next.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The files of an import cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The reading of an import was interrupted", e);
        }
    }

    private Part read() {
        Queue<ImportedItem> items = new ArrayDeque<>();
        int characters = 0;
        try {
            while (items.size() < ITEMS && characters < CHARACTERS) {
                Optional<ImportedItem> item = articles.next();
                if (item.isEmpty()) {
                    return new Part(items, true, null);
                }
                items.add(item.get());
                characters += item.get().size();
            }
            return new Part(items, false, null);
        } catch (RuntimeException e) {
            return new Part(items, true, e);
        } catch (StackOverflowError e) {
            return new Part(items, true, new IllegalStateException("An item is nested too deeply to be read", e));
        }
    }

    /** Ends the reading, behind the part that is being read. */
    @Override
    public void close() {
        reader.execute(articles::close);
        reader.shutdown();
    }
}
