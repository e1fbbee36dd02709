package press.gazette.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import press.gazette.newsroom.Keys;

/**
 * A Gazette moves from the embedded database to PostgreSQL and back by the commands of the shell: readers get the same at every
 * address. {@code -Dfaults.rounds=50} moves ten thousand generated articles.
 */
class MoveIT {

    private static final int ARTICLES = Integer.getInteger("faults.rounds", 1) * 200;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String NEWEST = "/v1/articles?order=updated&limit=100";

    private static final String[] SERVER = {"-Dgazette.public-url=https://gazette.example", "-Dgazette.drain=0S"};

    @RegisterExtension
    static final Nodes NODES = new Nodes();

    @TempDir
    private Path folder;

    /** The end of a command. */
    private record Ended(int exit, String said) {}

    @Test
    void sampleNewsroomGoesToPostgresqlAndBack() throws Exception {
        moves("-Dgazette.sample-newsroom=true", "/v1/search?q=harbour&fields=slug");
    }

    @Test
    void generatedArticlesGoToPostgresqlAndBack() throws Exception {
        moves("-Dgazette.generated-articles=" + ARTICLES, "/v1/search?q=topic&fields=slug&order=newest");
    }

    private void moves(String content, String search) throws Exception {
        try (EmbeddedFile embedded = new EmbeddedFile();
                Postgresql postgresql = new Postgresql();
                EmbeddedFile back = new EmbeddedFile()) {
            Node first = start(embedded, content);
            List<String> removed = PublicPages.removed(first);
            Map<String, String> pages = PublicPages.of(first, removed);
            assertThat(pages).hasSizeGreaterThan(100);
            String found = found(first, search);
            Ended inUse = command(embedded, "export", file("none"));
            assertThat(inUse.exit()).as(inUse.said()).isEqualTo(75);
            assertThat(inUse.said()).contains("A node runs on this embedded database");
            Path key = Files.writeString(folder.resolve("key"), Keys.BOOTSTRAP);
            done(command(
                    embedded,
                    "export",
                    file("one"),
                    "--server",
                    first.at("/").toString(),
                    "--key-file",
                    key.toString()));
            first.stop();

            done(command(postgresql, "import", file("one")));
            Node second = start(postgresql);
            assertThat(PublicPages.of(second, removed)).isEqualTo(pages);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(found(second, search)).isEqualTo(found));
            second.stop();

            done(command(postgresql, "export", file("two")));
            Ended full = command(postgresql, "import", file("two"));
            assertThat(full.exit()).as(full.said()).isEqualTo(65);
            assertThat(full.said()).contains("This Gazette has content");
            Node third = start(back);
            assertThat(PublicPages.of(third, removed)).hasSizeLessThan(pages.size());
            done(command(
                    back, "import", file("two"), "--server", third.at("/").toString(), "--key-file", key.toString()));
            await().atMost(PATIENCE).until(() -> PublicPages.one(third, NEWEST).equals(pages.get(NEWEST)));
            assertThat(PublicPages.of(third, removed)).isEqualTo(pages);
            third.stop();
        }
    }

    private static String found(Node node, String search) {
        await().atMost(PATIENCE).until(() -> PublicPages.one(node, search).startsWith("200"));
        return PublicPages.one(node, search);
    }

    private static Node start(Database database, String... more) {
        List<String> options = new ArrayList<>(List.of(SERVER));
        options.addAll(List.of(more));
        return NODES.start(1, database, options.toArray(String[]::new)).get(0);
    }

    private String file(String name) {
        return folder.resolve(name + ".ndjson").toString();
    }

    private static void done(Ended ended) {
        assertThat(ended.exit()).as(ended.said()).isZero();
    }

    /** Runs a command of the shell in the folder of the test. */
    private Ended command(Database database, String... words) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("sh", Path.of("target", "gazette").toAbsolutePath().toString(), "-Xmx256m"));
        command.addAll(database.options());
        command.addAll(List.of(words));
        Path said = folder.resolve(UUID.randomUUID() + ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment()
                .merge(
                        "PATH",
                        Path.of(System.getProperty("java.home"), "bin").toString(),
                        (path, java) -> java + ":" + path);
        Process process = builder.start();
        try {
            int exit = process.onExit()
                    .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .join()
                    .exitValue();
            return new Ended(exit, Files.readString(said));
        } finally {
            process.destroyForcibly();
        }
    }
}
