package press.gazette.media.file;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Singleton;

import press.gazette.media.picture.BrokenPicture;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/** Bounds the pictures that are decoded at the same time: each takes up to a hundred megabytes. */
@Singleton
public final class DecodingRoom {

    /** The heap for one picture: on a small heap fewer are decoded at once than the setting allows. */
    private static final long HEAP_PER_PICTURE = 192L << 20;

    /** Within the deadline of a read, so that the response says why. */
    private static final long LONGEST_WAIT_SECONDS = 4;

    /** Each holds a worker thread while it waits; the others must stay for all other requests. */
    private static final int MOST_WAITING = 16;

    private final Semaphore free;

    DecodingRoom(MediaConfig config) {
        long share = Math.max(1, Runtime.getRuntime().maxMemory() / HEAP_PER_PICTURE);
        free = new Semaphore((int) Math.min(config.mediaDecodes(), share), true);
    }

    /** Work with the pixels of one picture. */
    @FunctionalInterface
    public interface Decoding<T> {
        T run() throws IOException, BrokenPicture;
    }

    /**
     * Does the work when there is room.
     *
     * @throws Problem {@code unavailable} if there is none in time, or too many wait already
     */
    public <T> T decode(Decoding<T> work) throws IOException, BrokenPicture {
        if (!acquire()) {
            throw full();
        }
        try {
            return work.run();
        } finally {
            free.release();
        }
    }

    /** The problem of a request that cannot wait any longer. */
    public static Problem full() {
        return Problem.of(ProblemType.UNAVAILABLE, "Too many pictures are being made right now.");
    }

    private boolean acquire() {
        try {
            return free.getQueueLength() < MOST_WAITING && free.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
