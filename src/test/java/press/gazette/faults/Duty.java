package press.gazette.faults;

import java.io.IOException;

/**
 * A machine that has little time for a process: it is stopped and continued again and again (SIGSTOP, SIGCONT), and does not
 * know. Ends with {@link #close}; the process goes on then.
 */
final class Duty {

    /** In one process of its own: starting one for each signal would take longer than the pauses. */
    private static final String LOOP = "while kill -STOP %1$d; do sleep %3$s; kill -CONT %1$d; sleep %2$s; done";

    private final Process loop;
    private final Node node;

    /**
     * Begins to stop and continue a node.
     *
     * @param on for how many seconds it runs
     * @param off for how many seconds it is stopped then
     */
    Duty(Node node, double on, double off) throws IOException {
        this.node = node;
        this.loop = new ProcessBuilder("bash", "-c", LOOP.formatted(node.pid(), on, off))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Lets the node go on as it can. */
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
