package press.gazette.search.index;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import press.gazette.change.LedgerPosition;
import press.gazette.search.index.document.ArticleDocument;
import press.gazette.search.index.retrieval.Snapshot;
import press.gazette.search.source.IndexBookmark;
import press.gazette.search.source.IndexedArticle;

/**
 * One index from its building to its replacement: the writer, which one thread uses, and its files. Nothing is on disk before
 * {@link #commit}; a process that dies leaves the last commit.
 */
final class Generation implements Closeable {

    private static final Logger LOG = Logger.getLogger(Generation.class);

    private final String name;
    private final Directory directory;
    private final IndexWriter writer;

    private interface Step<T> {

        T run() throws IOException;
    }

    /** @param memory bytes of changes that are not in a file yet */
    Generation(String name, Directory directory, long memory) throws IndexFailure {
        this.name = name;
        this.directory = directory;
        this.writer = run("The index cannot be opened", () -> {
            try {
                return new IndexWriter(directory, ArticleDocument.writing(memory));
            } catch (IOException | RuntimeException e) {
                directory.close();
                throw e;
            }
        });
    }

    /** The name of its folder. */
    String name() {
        return name;
    }

    private static <T> T run(String failure, Step<T> step) throws IndexFailure {
        try {
            return step.run();
        } catch (IOException | RuntimeException | InternalError e) {
            // Mapped files that are cut short raise an InternalError.
            throw new IndexFailure(failure, e);
        }
    }

    /** Its place at the last commit; null: it was never complete, or is not one of Gazette. */
    @Nullable
    IndexBookmark bookmark() {
        Map<String, String> data = new HashMap<>();
        Iterable<Map.Entry<String, String>> live = writer.getLiveCommitData();
        if (live != null) {
            live.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        return IndexBookmark.of(data);
    }

    /**
     * Puts the articles in, or in the place of their former content, and removes others.
     *
     * @return the number of articles that cannot be indexed; a former content of theirs is removed
     */
    int write(Collection<IndexedArticle> articles, Collection<UUID> removed) throws IndexFailure {
        return run("The index cannot be written", () -> {
            int bad = 0;
            for (IndexedArticle article : articles) {
                bad += isWritten(article) ? 0 : 1;
            }
            writer.deleteDocuments(removed.stream().map(ArticleDocument::idOf).toArray(Term[]::new));
            return bad;
        });
    }

    private boolean isWritten(IndexedArticle article) throws IOException {
        Term id = ArticleDocument.idOf(article.id());
        try {
            writer.updateDocument(id, ArticleDocument.of(article));
            return true;
        } catch (RuntimeException e) {
            if (!writer.isOpen() || writer.getTragicException() != null) {
                throw e;
            }
            LOG.errorf(e, "An article cannot be indexed; searches do not find it. article=%s", article.id());
            writer.deleteDocuments(id);
            return false;
        }
    }

    /** The state with all that is written, at this place in the ledger. */
    Snapshot snapshot(LedgerPosition position, @Nullable Snapshot former) throws IndexFailure {
        return run("The index cannot be read", () -> {
            if (former == null) {
                return new Snapshot(DirectoryReader.open(writer), position, null);
            }
            DirectoryReader newer = DirectoryReader.openIfChanged(former.reader(), writer);
            if (newer == null) {
                former.reader().incRef();
                return new Snapshot(former.reader(), position, former);
            }
            return new Snapshot(newer, position, former);
        });
    }

    void commit(IndexBookmark bookmark) throws IndexFailure {
        run("The index cannot be saved", () -> {
            writer.setLiveCommitData(bookmark.data().entrySet());
            return writer.commit();
        });
    }

    /**
     * Rewrites the files that hold removed articles; takes long. The old files go once no state that has them is held, and a commit
     * has followed.
     */
    void purgeRemoved() throws IndexFailure {
        run("Removed articles cannot be taken out of the files", () -> {
            writer.forceMergeDeletes(true);
            return true;
        });
    }

    /** Ends it without a commit: changes that are not on disk are read from the ledger again. */
    @Override
    public void close() {
        try (directory) {
            writer.rollback();
        } catch (IOException | RuntimeException e) {
            // Its files are damaged or gone, and it is replaced.
            LOG.debugf(e, "An index could not be closed; generation=%s", name);
        }
    }
}
