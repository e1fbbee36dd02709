package press.gazette.search.index;

/** The removal of withdrawn words from the files of an index. It takes long, so it has a thread of its own. */
final class Purge {

    private final Generation generation;
    private final long seq;

    private volatile boolean done;

    /** @param seq the number of the change whose words are removed, with all before */
    Purge(Generation generation, long seq) {
        this.generation = generation;
        this.seq = seq;
    }

    void run() throws IndexFailure {
        generation.purgeRemoved();
        done = true;
    }

    long seq() {
        return seq;
    }

    /** True once new files stand beside the old ones. */
    boolean isDone() {
        return done;
    }

    boolean isOf(Generation other) {
        return generation == other;
    }
}
