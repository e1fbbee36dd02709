package press.gazette.media.rendition;

import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

import jakarta.inject.Singleton;

import press.gazette.problem.Problem;

/** Makes the renditions of a picture before readers ask for them, one after the other. */
@Singleton
public final class PreparedRenditions {

    private final RenditionMaker maker;

    PreparedRenditions(RenditionMaker maker) {
        this.maker = maker;
    }

    /**
     * Makes those that are not there; returns when all are.
     *
     * @throws Problem {@code unavailable} if the store cannot be read or too many pictures are being decoded
     */
    public void make(List<RenditionRequest> wanted) {
        for (RenditionRequest each : wanted) {
            await(maker.file(each));
        }
    }

    private static void await(CompletionStage<?> made) {
        try {
            made.toCompletableFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Problem problem ? problem : e;
        }
    }
}
