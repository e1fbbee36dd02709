package press.gazette.importer.copy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import press.gazette.importer.item.ImportedPicture;
import press.gazette.importer.writer.PictureCopies;
import press.gazette.media.Media;
import press.gazette.media.Picture;
import press.gazette.media.file.FileStore;
import press.gazette.media.file.IncomingFile;
import press.gazette.media.file.Uploads;
import press.gazette.media.rendition.Presets;
import press.gazette.sending.GuardedClient;
import press.gazette.sending.GuardedClients;
import press.gazette.sending.TargetPolicy;

/** Puts files of a former site into the store, by the rules for files that editors send. */
@Singleton
public final class MediaStore {

    private final Uploads uploads;
    private final FileStore store;
    private final Presets presets;
    private final Clock clock;
    private final CopyConfig config;
    private final GuardedClient client;

    MediaStore(
            Uploads uploads, FileStore store, Presets presets, Clock clock, CopyConfig config, GuardedClients clients) {
        this.uploads = uploads;
        this.store = store;
        this.presets = presets;
        this.clock = clock;
        this.config = config;
        this.client = clients.of(
                new TargetPolicy(config.importAllowedHosts().orElse(List.of())), config.importDownloadDeadline());
    }

    CopyConfig config() {
        return config;
    }

    /** The client that reaches former sites. */
    GuardedClient client() {
        return client;
    }

    /** A new name for a file that is being copied, in the folder that is swept. */
    Path incoming() {
        return store.incoming();
    }

    /**
     * Examines a file.
     *
     * @throws press.gazette.problem.Problem if it is none of the types of the store, damaged, or too large
     */
    IncomingFile receive(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return uploads.receive(content, null, Files.size(file));
        }
    }

    /** Stores a file, before its record is made. */
    void keep(IncomingFile received) {
        store.keep(received);
    }

    /**
     * Makes the record of a stored file in the running transaction.
     *
     * @param words of the former site; null: those in the file
     */
    PictureCopies.Copy create(IncomingFile received, @Nullable ImportedPicture words) {
        Instant now = clock.instant();
        Media media = Media.create(received, presets, now);
        if (words != null) {
            media.revise(described(media.picture(), words), media.licence(), false, now);
        }
        return copy(media);
    }

    private static Picture described(Picture picture, ImportedPicture words) {
        return new Picture(
                null,
                picture.url(),
                words.alt().isEmpty() ? picture.alt() : words.alt(),
                words.caption() == null ? picture.caption() : words.caption(),
                words.credit() == null ? picture.credit() : words.credit(),
                picture.width(),
                picture.height(),
                picture.renditions(),
                picture.focus(),
                null);
    }

    /** The copy that a record is of; null: it was removed here since. */
    static PictureCopies.@Nullable Copy find(UUID id) {
        Media media = Media.findById(id);
        return media == null ? null : copy(media);
    }

    private static PictureCopies.Copy copy(Media media) {
        return new PictureCopies.Copy(media.id(), media.picture().url(), media.isPicture());
    }
}
