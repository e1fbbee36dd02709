package press.gazette.importer.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import jakarta.inject.Singleton;

import press.gazette.media.Media;
import press.gazette.media.file.FileStore;
import press.gazette.media.file.IncomingFile;
import press.gazette.media.file.StoredFile;
import press.gazette.media.file.Uploads;
import press.gazette.media.metadata.PictureTexts;
import press.gazette.media.rendition.Presets;
import press.gazette.problem.Problem;

/** Puts files of the sample newsroom into the store, without a look at their pixels: a start must not take longer. */
@Singleton
public final class SampleStore {

    private static final String FOLDER = "newsroom/media/";

    private final Uploads uploads;
    private final FileStore store;
    private final Presets presets;

    SampleStore(Uploads uploads, FileStore store, Presets presets) {
        this.uploads = uploads;
        this.store = store;
        this.presets = presets;
    }

    /**
     * The record of a file, in the store with it; empty if the store cannot be used.
     *
     * @param name in the folder of the sample
     * @param known the facts about the file, which an upload would examine
     */
    public Optional<Media> file(String name, StoredFile known, PictureTexts texts, Instant now) {
        try (InputStream content =
                Objects.requireNonNull(getClass().getClassLoader().getResourceAsStream(FOLDER + name), name)) {
            return received(content, known, texts).map(received -> {
                try (received) {
                    return Media.create(received, presets, now);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("The sample newsroom cannot be read", e);
        }
    }

    private Optional<IncomingFile> received(InputStream content, StoredFile known, PictureTexts texts)
            throws IOException {
        try {
            IncomingFile received = uploads.receive(content, known, texts);
            store.keep(received);
            return Optional.of(received);
        } catch (Problem unusable) {
            return Optional.empty();
        }
    }
}
