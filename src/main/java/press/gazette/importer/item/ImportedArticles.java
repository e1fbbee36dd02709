package press.gazette.importer.item;

import java.util.Optional;

/** The items of one reading of a file. */
public interface ImportedArticles extends AutoCloseable {

    /** The next item; empty: there is none. */
    Optional<ImportedItem> next();

    @Override
    void close();
}
