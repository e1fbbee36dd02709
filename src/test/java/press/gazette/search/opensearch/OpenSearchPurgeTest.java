package press.gazette.search.opensearch;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.PausedServer;
import press.gazette.search.engine.SearchMetrics;
import press.gazette.search.opensearch.cluster.Cluster;
import press.gazette.search.opensearch.cluster.ClusterFailure;
import press.gazette.search.opensearch.cluster.OpenSearchConfig;
import press.gazette.search.source.ChangesRead;

/** Articles withdrawn for legal reasons: no file of OpenSearch has a word of them in the end. */
@QuarkusTest
@EnabledIfEnvironmentVariable(named = "OPENSEARCH_FILES", matches = ".+")
class OpenSearchPurgeTest {

    /** OpenSearch moves its history on twice a minute. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String WORD = "zarquonia";

    /** A dictionary may have its first letters once for several words. */
    private static final String END_OF_WORD = "arquonia";

    @Inject
    Cluster cluster;

    @Inject
    OpenSearchConfig config;

    @Inject
    Clock clock;

    private ClusterGeneration present;

    @BeforeEach
    void awaitIndex() throws ClusterFailure {
        await().atMost(PATIENCE).until(() -> when().get("/v1/search?q=harbour").statusCode() == 200);
        present = new ClusterGenerations(cluster, config, ChangesRead.database(), () -> {}).used();
    }

    @AfterEach
    void tidyUp() {
        PausedServer.go();
        DeskClient.tidyUp();
    }

    private static int found(String word) {
        return when().get("/v1/search?fields=slug&q=" + word)
                .then()
                .extract()
                .jsonPath()
                .getList("items")
                .size();
    }

    private FollowedGeneration followed() throws ClusterFailure {
        return new FollowedGeneration(
                present,
                present.bookmark().orElseThrow(),
                new SearchMetrics(new SimpleMeterRegistry(), () -> 0),
                clock);
    }

    private void flush() throws ClusterFailure {
        cluster.send("POST", "/" + present.name() + "/_flush?force=true", null);
    }

    private boolean filesHaveTheWord() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(System.getenv("OPENSEARCH_FILES")))) {
            return files.filter(Files::isRegularFile).anyMatch(OpenSearchPurgeTest::hasTheWord);
        }
    }

    private static boolean hasTheWord(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(END_OF_WORD);
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** True if the dictionary of the index has the word, if only for removed articles. */
    private boolean dictionaryHasTheWord() throws ClusterFailure {
        Map<String, Object> near = Map.of("field", "words", "suggest_mode", "always", "min_word_length", 1);
        return cluster
                .send(
                        "POST",
                        "/" + present.name() + "/_search",
                        Map.of("size", 0, "suggest", Map.of("near", Map.of("text", WORD + "x", "term", near))))
                .at("suggest", "near")
                .list()
                .stream()
                .flatMap(each -> each.at("options").list().stream())
                .anyMatch(each -> each.at("text").text().equals(WORD));
    }

    private long removed() throws ClusterFailure {
        return cluster.send("GET", "/" + present.name() + "/_stats/docs", null)
                .at("_all", "total", "docs", "deleted")
                .number();
    }

    @Test
    void legallyWithdrawnArticleLeavesNoWordInAnyFile() throws Exception {
        DeskClient desk =
                DeskClient.published("Desk: " + WORD + " by the kerb", "standfirst", WORD, "tags", List.of("world"));
        await().atMost(PATIENCE).until(() -> found(WORD) == 1);
        long seq = present.bookmark().orElseThrow().position().seq();
        PausedServer.stop();
        flush();
        assertThat(filesHaveTheWord()).isTrue();
        desk.put("withdrawal", Map.of("reason", "legal")).then().statusCode(201);
        FollowedGeneration followed = followed();
        await().atMost(PATIENCE).until(() -> {
            followed.follow();
            return present.bookmark().orElseThrow().purge() > seq;
        });
        assertThat(dictionaryHasTheWord()).isTrue();
        assertThat(removed()).isPositive();
        followed.purge();
        assertThat(present.bookmark().orElseThrow().purge()).isGreaterThan(seq);

        await().atMost(PATIENCE).until(() -> {
            followed.purge();
            return present.bookmark().orElseThrow().purge() == 0;
        });
        assertThat(dictionaryHasTheWord()).isFalse();
        assertThat(filesHaveTheWord()).isFalse();
    }

    /** It may come back with the words. */
    @Test
    void indexIsNotCleanWhileAPartIsAway() throws Exception {
        List<String> merges = new CopyOnWriteArrayList<>();
        AtomicInteger looks = new AtomicInteger();
        try (Gateway gateway = new Gateway(config.url().orElseThrow())) {
            gateway.follow((request, real) -> {
                if (request.path().contains("/_forcemerge")) {
                    merges.add(request.path());
                }
                if (!request.path().startsWith("/_cluster/health/")) {
                    return real.reply(request);
                }
                looks.incrementAndGet();
                return new Gateway.Reply(200, "{\"status\":\"red\"}");
            });
            ClusterPurge purge = new ClusterPurge(gateway.cluster(), present.name());
            await().atMost(PATIENCE).until(() -> {
                assertThat(purge.isDone(1)).isFalse();
                return looks.get() == 3;
            });
        }
        assertThat(merges).isEmpty();
    }
}
