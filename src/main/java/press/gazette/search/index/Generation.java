package press.gazette.search.index;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.UUID;

import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

import press.gazette.change.LedgerPosition;
import press.gazette.search.index.document.ArticleDocument;
import press.gazette.search.index.document.IndexedArticle;
import press.gazette.search.index.retrieval.Snapshot;

/**
 * One index from its building to its replacement: the writer, which one thread uses, and its files. Nothing is on disk before
 * {@link #commit}; a process that dies leaves the last commit.
 */
final class Generation implements Closeable {

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

    /** Puts the articles in, or in the place of their former content, and removes others. */
    void write(Collection<IndexedArticle> articles, Collection<UUID> removed) throws IndexFailure {
        run("The index cannot be written", () -> {
            for (IndexedArticle article : articles) {
                writer.updateDocument(ArticleDocument.idOf(article.id()), ArticleDocument.of(article));
            }
            return writer.deleteDocuments(
                    removed.stream().map(ArticleDocument::idOf).toArray(Term[]::new));
        });
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

    void commit(Bookmark bookmark) throws IndexFailure {
        run("The index cannot be saved", () -> {
            writer.setLiveCommitData(bookmark.data().entrySet());
            return writer.commit();
        });
    }

    /** Rewrites the files that hold removed articles; takes long. A commit has to follow, which removes the old files. */
    void forget() throws IndexFailure {
        run("Removed articles cannot be taken out of the files", () -> {
            writer.forceMergeDeletes(true);
            return true;
        });
    }

    /** Reads all files and compares their checksums. */
    static void check(Snapshot snapshot) throws IndexFailure {
        run("The index is damaged", () -> {
            for (LeafReaderContext leaf : snapshot.reader().leaves()) {
                ((CodecReader) leaf.reader()).checkIntegrity();
            }
            return true;
        });
    }

    /** Ends it without a commit: what is not on disk is read from the ledger again. */
    @Override
    public void close() {
        try {
            writer.rollback();
            directory.close();
        } catch (IOException | RuntimeException e) {
            // Its files are damaged or gone, and it is replaced.
            org.jboss.logging.Logger.getLogger(Generation.class)
                    .debugf(e, "An index could not be closed; generation=%s", name);
        }
    }
}
