package press.gazette.importer;

/**
 * Whether the process has been told to stop. While it starts, the framework waits for the end of the start before it says so
 * itself; a load that heeds this signal ends the start early.
 */
final class StopSignal implements AutoCloseable {

    private final Thread hook = new Thread(() -> given = true, "stop signal of a load");
    private volatile boolean given;

    StopSignal() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    boolean isGiven() {
        return given;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is stopping: the hook has run, or does.
        }
    }
}
