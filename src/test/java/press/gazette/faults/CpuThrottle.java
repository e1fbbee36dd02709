package press.gazette.faults;

import java.io.IOException;

/**
 * Gives a process little CPU time: it is stopped and continued again and again (SIGSTOP, SIGCONT), without notice.
 * {@link #close} lets it run on.
 */
final class CpuThrottle {

    /** A single process: starting one for each signal would take longer than the pauses. */
    private static final String LOOP = "while kill -STOP %1$d; do sleep %3$s; kill -CONT %1$d; sleep %2$s; done";

    private final Process loop;
    private final Node node;

    /**
     * Begins to stop and continue a node.
     *
     * @param on seconds for which it runs
     * @param off seconds for which it is then stopped
     */
    CpuThrottle(Node node, double on, double off) throws IOException {
        this.node = node;
        this.loop = new ProcessBuilder("bash", "-c", LOOP.formatted(node.pid(), on, off))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Lets the node run on. */
    void close() throws IOException {
        loop.destroyForcibly().onExit().join();
        if (node.isAlive()) {
            new ProcessBuilder("kill", "-CONT", Long.toString(node.pid()))
                    .start()
                    .onExit()
                    .join();
        }
    }
}
