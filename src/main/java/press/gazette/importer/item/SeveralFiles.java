package press.gazette.importer.item;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** Reads the files of one export one after the other, as if they were one. */
public final class SeveralFiles implements ImportedArticles {

    private final Iterator<Path> files;
    private final Function<InputStream, ImportedArticles> reader;
    private @Nullable ImportedArticles current;

    /** @param reader opens the items of one file */
    public SeveralFiles(List<Path> files, Function<InputStream, ImportedArticles> reader) {
        this.files = files.iterator();
        this.reader = reader;
    }

    @Override
    public Optional<ImportedItem> next() {
        while (current != null || files.hasNext()) {
            if (current == null) {
                current = reader.apply(bytes(files.next()));
            }
            Optional<ImportedItem> next = current.next();
            if (next.isPresent()) {
                return next;
            }
            close();
        }
        return Optional.empty();
    }

    /** The bytes of a file of an import. */
    public static InputStream bytes(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (current != null) {
            current.close();
            current = null;
        }
    }
}
