package press.gazette.media.rendition;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

import press.gazette.media.file.DecodingRoom;
import press.gazette.media.file.FileStore;
import press.gazette.media.picture.BrokenPicture;
import press.gazette.media.picture.PictureSource;
import press.gazette.media.picture.Pixels;
import press.gazette.media.picture.WebP;
import press.gazette.media.storage.SingleFlight;
import press.gazette.problem.Problem;

/**
 * Makes renditions when they are first asked for, and keeps them in the store. Of simultaneous requests for one rendition one
 * makes it; the others wait for it, without a thread.
 */
@Singleton
public final class RenditionMaker {

    private final FileStore store;
    private final DecodingRoom room;
    private final Presets presets;
    private final Counter made;
    private final SingleFlight<Path> makings = new SingleFlight<>(DecodingRoom::full);

    RenditionMaker(FileStore store, DecodingRoom room, Presets presets, MeterRegistry metrics) {
        this.store = store;
        this.room = room;
        this.presets = presets;
        this.made = metrics.counter("gazette.media.renditions.made");
    }

    /** Makes the bean at the start: a setting of presets that cannot be read stops it, and the counter is there from then on. */
    void start(@Observes StartupEvent event) {
        made.increment(0);
    }

    /**
     * The file of a rendition, made on this thread if it is not there. If another thread is making it, the stage completes when
     * the file is there, and this thread is free. It fails with {@code unavailable} if the store cannot be read, too many pictures
     * are being decoded, or it takes longer than a read may.
     */
    public CompletionStage<Path> file(RenditionRequest wanted) {
        return atHand(wanted)
                .<CompletionStage<Path>>map(CompletableFuture::completedFuture)
                .orElseGet(
                        () -> makings.once(wanted.picture().hash() + "/" + wanted.name(), () -> foundOrMade(wanted)));
    }

    private Optional<Path> atHand(RenditionRequest wanted) {
        return store.renditionAtHand(wanted.picture(), wanted.name());
    }

    /** Another request, or another node, may have made it meanwhile. */
    private Path foundOrMade(RenditionRequest wanted) {
        return store.rendition(wanted.picture(), wanted.name()).orElseGet(() -> make(wanted));
    }

    private Path make(RenditionRequest wanted) {
        if (wanted.isWebP() && !WebP.isThere()) {
            throw Problem.notFound("file");
        }
        PictureSource source = store.source(wanted.picture());
        Path part = store.incoming();
        try {
            room.decode(() -> {
                try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(part))) {
                    write(wanted, source, file);
                }
                return part;
            });
            Path kept = store.keepRendition(part, wanted.picture(), wanted.name());
            made.increment();
            return kept;
        } catch (BrokenPicture e) {
            // It was decoded when it was stored: the file is damaged, or a different one is there.
            throw FileStore.unavailable();
        } catch (IOException e) {
            throw FileStore.failure(e);
        } finally {
            FileStore.discard(part);
        }
    }

    private void write(RenditionRequest wanted, PictureSource source, OutputStream file)
            throws IOException, BrokenPicture {
        BufferedImage decoded = source.decode(wanted.area(), wanted.width());
        BufferedImage scaled = Pixels.scale(decoded, wanted.width(), wanted.height());
        if (wanted.isWebP()) {
            Pixels.webp(scaled, presets.quality(), file);
        } else {
            Pixels.jpeg(scaled, presets.quality(), file);
        }
    }
}
