package press.gazette.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** The processes of a test class. They are killed after it, and the ends of their logs are printed if a test fails. */
final class Nodes
        implements BeforeAllCallback,
                AfterAllCallback,
                TestExecutionExceptionHandler,
                LifecycleMethodExecutionExceptionHandler {

    /** The number of logs shown after a failure: at most two nodes run at once. */
    private static final int SHOWN = 2;

    private final List<Node> all = new CopyOnWriteArrayList<>();
    private String test = "";
    private int started;

    Nodes() {
        // For an aborted run.
        Runtime.getRuntime().addShutdownHook(new Thread(this::killAll));
    }

    Node start(Database database) {
        return start(1, database).get(0);
    }

    /** Starts a node with additional environment variables. */
    Node start(Database database, Map<String, String> environment, String... more) {
        List<String> options = new ArrayList<>(database.options());
        options.addAll(List.of(more));
        Node node = Node.launch(test + "-" + ++started, "", options, environment);
        all.add(node);
        return node.awaitReady();
    }

    /** Starts several nodes at once, as after a power cut. */
    List<Node> start(int number, Database database, String... more) {
        List<Node> launched = IntStream.range(0, number)
                .mapToObj(i -> launch("", database, more))
                .toList();
        launched.forEach(Node::awaitReady);
        return launched;
    }

    /**
     * Starts a node without waiting.
     *
     * @param limit shell commands that run before the node in its process, such as {@code ulimit -n 256}; may be empty
     */
    Node launch(String limit, Database database, String... more) {
        List<String> options = new ArrayList<>(database.options());
        options.addAll(List.of(more));
        Node launched = Node.launch(test + "-" + ++started, limit, options, Map.of());
        all.add(launched);
        return launched;
    }

    List<Node> alive() {
        return all.stream().filter(Node::isAlive).toList();
    }

    void killAll() {
        all.forEach(Node::kill);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        test = context.getRequiredTestClass().getSimpleName();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        killAll();
        all.clear();
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        show();
        throw failure;
    }

    @Override
    public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        show();
        throw failure;
    }

    private void show() {
        all.stream().skip(Math.max(0, all.size() - SHOWN)).map(Node::tail).forEach(System.out::println);
    }
}
