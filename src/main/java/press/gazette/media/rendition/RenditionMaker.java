package press.gazette.media.rendition;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

import press.gazette.media.file.DecodingRoom;
import press.gazette.media.file.FileStore;
import press.gazette.media.picture.Area;
import press.gazette.media.picture.BrokenPicture;
import press.gazette.media.picture.Pixels;
import press.gazette.media.picture.WebP;
import press.gazette.problem.Problem;

/**
 * Makes renditions when they are first asked for, and keeps them in the store. Of simultaneous requests for one rendition one
 * makes it, and the others wait for it.
 */
@Singleton
public final class RenditionMaker {

    private static final long LONGEST_WAIT_SECONDS = 4;

    private final FileStore store;
    private final DecodingRoom room;
    private final Presets presets;
    private final Counter made;
    private final ConcurrentMap<Path, CompletableFuture<Path>> underWay = new ConcurrentHashMap<>();

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
     * The file of a rendition, made if it is not there.
     *
     * @throws Problem {@code unavailable} if the store cannot be read or too many pictures are being decoded
     */
    public Path file(RenditionRequest wanted) {
        Path path = store.renditionPath(wanted.picture(), wanted.name());
        return Files.isReadable(path) ? path : makeOnce(wanted, path);
    }

    private Path makeOnce(RenditionRequest wanted, Path path) {
        CompletableFuture<Path> own = new CompletableFuture<>();
        CompletableFuture<Path> other = underWay.putIfAbsent(path, own);
        if (other != null) {
            return await(other);
        }
        try {
            if (!Files.isReadable(path)) {
                make(wanted);
            }
            own.complete(path);
            return path;
        } catch (RuntimeException e) {
            own.completeExceptionally(e);
            throw e;
        } finally {
            own.completeExceptionally(FileStore.unavailable());
            underWay.remove(path);
        }
    }

    /** Waits within the deadline of a read, so that the response says why. */
    private static Path await(CompletableFuture<Path> other) {
        try {
            return other.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Problem problem ? problem : FileStore.unavailable();
        } catch (TimeoutException e) {
            throw DecodingRoom.full();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw DecodingRoom.full();
        }
    }

    private void make(RenditionRequest wanted) {
        if (wanted.isWebP() && !WebP.isThere()) {
            throw Problem.notFound("file");
        }
        Path part = store.incoming();
        try {
            room.decode(() -> {
                try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(part))) {
                    write(wanted, file);
                }
                return part;
            });
            store.keepRendition(part, wanted.picture(), wanted.name());
            made.increment();
        } catch (BrokenPicture e) {
            // It was decoded when it was stored: the file is damaged, or another one is there.
            throw FileStore.unavailable();
        } catch (IOException e) {
            throw FileStore.failure(e);
        } finally {
            FileStore.discard(part);
        }
    }

    private void write(RenditionRequest wanted, OutputStream file) throws IOException, BrokenPicture {
        Area area = Area.of(
                wanted.picture().width(),
                wanted.picture().height(),
                wanted.width(),
                wanted.height(),
                wanted.focus().x(),
                wanted.focus().y());
        BufferedImage decoded = store.source(wanted.picture()).decode(area, wanted.width());
        BufferedImage scaled = Pixels.scale(decoded, wanted.width(), wanted.height());
        if (wanted.isWebP()) {
            Pixels.webp(scaled, presets.quality(), file);
        } else {
            Pixels.jpeg(scaled, presets.quality(), file);
        }
    }
}
