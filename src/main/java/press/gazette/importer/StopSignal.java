package press.gazette.importer;

/**
 * Tells a load that the process must stop. During the start Quarkus reports a shutdown only after the start has ended;
 * a load that checks this signal ends the start early.
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
            // The process is stopping: the hook has run or is running.
        }
    }
}
