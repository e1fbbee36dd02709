package press.gazette.media.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jboss.logging.Logger;

import press.gazette.media.metadata.PictureTexts;

/** A file that was received and examined, but not stored. Closing it removes what is left of it. */
public final class IncomingFile implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(IncomingFile.class);

    private final Path path;
    private final StoredFile file;
    private final PictureTexts texts;

    IncomingFile(Path path, StoredFile file, PictureTexts texts) {
        this.path = path;
        this.file = file;
        this.texts = texts;
    }

    /** The texts in it; none for anything but pictures. */
    public PictureTexts texts() {
        return texts;
    }

    /** The facts about the file that are stored. */
    public StoredFile file() {
        return file;
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        remove(path);
    }

    /** Removes a file that is not needed, if it is there. */
    static void remove(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.warnf("A file that is not needed cannot be removed; file=%s cause=%s", path.getFileName(), e);
        }
    }
}
