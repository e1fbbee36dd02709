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
final class Node implements Address {

    private static final Path LAUNCHER = Path.of("target", "gazette");

    /** What the server says last when it starts. */
    private static final Pattern LISTENING = Pattern.compile(
            "Listening on: (http://[0-9.:]+)\\. Management interface listening on (http://[0-9.:]+)\\.");

    /** So long that no machine is too slow; a process that ends is noticed at once. */
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
     * Starts a process and does not wait for it.
     *
     * @param limit what the shell does to its own process first; may be empty
     * @param options for Java, such as {@code -Dgazette.data=…}
     * @param environment variables that it has besides
     */
    static Node launch(String name, String limit, List<String> options, Map<String, String> environment) {
        List<String> command = new ArrayList<>(
                limit.isEmpty()
                        ? List.of("sh", LAUNCHER.toString())
                        : List.of("bash", "-c", limit + "; exec sh \"$@\"", "bash", LAUNCHER.toString()));
        // Light on the machine that runs the tests: little heap, one compiler, one collector.
        command.addAll(List.of("-Xmx384m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("-Dquarkus.http.host=127.0.0.1", "-Dquarkus.http.port=" + FreePort.next()));
        command.addAll(List.of("-Dquarkus.management.host=127.0.0.1", "-Dquarkus.management.port=" + FreePort.next()));
        // All of a test's readers come from one address.
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

    /** Where operators come in. */
    Address management() {
        return path -> Objects.requireNonNull(management).resolve(path);
    }

    /** What another node is started with to take this one's place when it is gone. */
    String[] place() {
        return new String[] {
            "-Dquarkus.http.port=" + at("/").getPort(),
            "-Dquarkus.management.port=" + management().at("/").getPort()
        };
    }

    /** SIGTERM, as whoever replaces nodes one by one does. Returns when it is gone, with its exit status. */
    int stop() {
        process.destroy();
        return process.onExit().join().exitValue();
    }

    /** SIGKILL: the process does nothing any more, nothing is closed or flushed. Returns when it is gone. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Waits until it has ended by itself, and tells with which exit status. */
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

    /** What it has logged as failures. */
    List<String> errors() {
        return log().lines().filter(line -> line.contains(" ERROR ")).toList();
    }

    /** Whether its log has these words. */
    boolean says(String words) {
        return log().contains(words);
    }

    /** The lines of its log that have these words. */
    List<String> lines(String words) {
        return log().lines().filter(line -> line.contains(words)).toList();
    }

    /** The first line of its log that has these words. */
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
