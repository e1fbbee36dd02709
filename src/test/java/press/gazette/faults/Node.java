package press.gazette.faults;

import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import press.gazette.newsroom.FreePort;
import press.gazette.newsroom.Keys;

/** A packaged server in a process of its own, on ports of its own, with its log in {@code target/faults}. */
final class Node implements Endpoint {

    private static final Path LAUNCHER = Path.of("target", "gazette");

    /** The last line that the server logs at its start. */
    private static final Pattern LISTENING = Pattern.compile(
            "Listening on: (http://[0-9.:]+)\\. Management interface listening on (http://[0-9.:]+)\\.");

    /** Long enough for any machine; a process that ends is noticed at once. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int TAIL = 40;

    private final Path log;
    private final Process process;
    private @Nullable URI address;
    private @Nullable URI management;

    private Node(Path log, Process process) {
        this.log = log;
        this.process = process;
    }

    /**
     * Starts a process without waiting.
     *
     * @param limit shell commands that run before the server in its process; may be empty
     * @param options for Java, such as {@code -Dgazette.data=…}
     * @param environment additional variables
     */
    static Node launch(String name, String limit, List<String> options, Map<String, String> environment) {
        List<String> command = new ArrayList<>(
                limit.isEmpty()
                        ? List.of("sh", LAUNCHER.toString())
                        : List.of("bash", "-c", limit + "; exec sh \"$@\"", "bash", LAUNCHER.toString()));
        // Uses few resources of the machine: little heap, one compiler, one collector.
        command.addAll(List.of("-Xmx384m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("-Dquarkus.http.host=127.0.0.1", "-Dquarkus.http.port=" + FreePort.next()));
        command.addAll(List.of("-Dquarkus.management.host=127.0.0.1", "-Dquarkus.management.port=" + FreePort.next()));
        // All readers of a test have the same address.
        command.addAll(List.of("-Dgazette.requests-per-address=0", "-Dgazette.requests-per-key=0"));
        command.addAll(options);
        try {
            Path log = Files.createDirectories(Path.of("target", "faults")).resolve(name + ".log");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            builder.environment().put("GAZETTE_BOOTSTRAP_KEY", Keys.BOOTSTRAP);
            builder.environment()
                    .merge(
                            "PATH",
                            Path.of(System.getProperty("java.home"), "bin").toString(),
                            (path, java) -> java + ":" + path);
            return new Node(log, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("There is no packaged server in target; ./mvnw package makes it", e);
        }
    }

    /** Waits until it serves requests. */
    Node awaitReady() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> !process.isAlive() || isListening());
        if (!process.isAlive()) {
            fail("The node does not start.%n%s", tail());
        }
        return this;
    }

    private boolean isListening() {
        Matcher listening = LISTENING.matcher(log());
        if (listening.find()) {
            management = URI.create(listening.group(2));
            address = URI.create(listening.group(1));
        }
        return address != null;
    }

    @Override
    public URI at(String path) {
        if (address == null) {
            throw new IllegalStateException("The node is not ready");
        }
        return address.resolve(path);
    }

    /** The management port. */
    Endpoint management() {
        return path -> Objects.requireNonNull(management).resolve(path);
    }

    /** The options of a node that takes this one's place. */
    String[] place() {
        return new String[] {
            "-Dquarkus.http.port=" + at("/").getPort(),
            "-Dquarkus.management.port=" + management().at("/").getPort()
        };
    }

    /** Sends SIGTERM and waits for the end. Returns the exit status. */
    int stop() {
        process.destroy();
        return process.onExit().join().exitValue();
    }

    /** Sends SIGKILL, so that nothing is closed or flushed, and waits for the end. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Waits for its end and returns the exit status. */
    int awaitEnd() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> !process.isAlive());
        return process.exitValue();
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The errors in its log. */
    List<String> errors() {
        return log().lines().filter(line -> line.contains(" ERROR ")).toList();
    }

    /** True if its log contains the text. */
    boolean says(String words) {
        return log().contains(words);
    }

    /** The lines of its log that contain the text. */
    List<String> lines(String words) {
        return log().lines().filter(line -> line.contains(words)).toList();
    }

    /** The first line of its log that contains the text. */
    String line(String words) {
        return log().lines()
                .filter(line -> line.contains(words))
                .findFirst()
                .orElseGet(() -> fail("No line says: " + words));
    }

    /** The end of its log. */
    String tail() {
        List<String> lines = log().lines().toList();
        return "--- the end of " + log + "\n"
                + String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
    }

    private String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
