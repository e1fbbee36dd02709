package press.gazette.search.opensearch;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import press.gazette.change.Ledger;
import press.gazette.change.LedgerPosition;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.PausedServer;
import press.gazette.search.engine.SearchConfig;
import press.gazette.search.engine.SearchMetrics;
import press.gazette.search.opensearch.cluster.Cluster;
import press.gazette.search.opensearch.cluster.ClusterFailure;
import press.gazette.search.opensearch.cluster.OpenSearchConfig;
import press.gazette.search.source.ArticleRows;
import press.gazette.search.source.ChangesRead;
import press.gazette.search.source.IndexBookmark;
import press.gazette.search.source.IndexedArticle;

/** A real OpenSearch that loses its index, or takes no writes; and nodes that die or stand still. */
@QuarkusTest
@EnabledIfEnvironmentVariable(named = "GAZETTE_SEARCH_OPENSEARCH_URL", matches = ".+")
class OpenSearchFaultsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** As many as a filter may name. */
    private static final String TAGS = "world|".repeat(19) + "world";

    @Inject
    Cluster cluster;

    @Inject
    OpenSearchConfig config;

    @Inject
    SearchConfig search;

    @Inject
    Clock clock;

    private ClusterGenerations generations;

    @BeforeEach
    void awaitIndex() {
        await().atMost(PATIENCE).until(() -> when().get("/v1/search?q=harbour").statusCode() == 200);
        generations = new ClusterGenerations(cluster, config, ChangesRead.database(), () -> {});
    }

    @AfterEach
    void tidyUp() {
        PausedServer.go();
        DeskClient.tidyUp();
    }

    private static int found(String word) {
        return when().get("/v1/search?limit=100&fields=slug&q=" + word)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items")
                .size();
    }

    private static void awaitFound(String word, int number) {
        await().atMost(PATIENCE).ignoreExceptions().until(() -> found(word) == number);
    }

    @Test
    void deletedIndexComesBack() throws ClusterFailure {
        DeskClient.published("Desk: thylacine on the pier");
        awaitFound("thylacine", 1);
        String name = generations.used().name();
        PausedServer.stop();
        generations.remove(name);
        given().get("/v1/search?q=thylacine").then().statusCode(503);
        when().get("/v1/articles").then().statusCode(200);
        PausedServer.go();

        awaitFound("thylacine", 1);
    }

    @Test
    void indexWithoutWritesIsSearchedAndThenGoesOn() throws ClusterFailure {
        String name = generations.used().name();
        block(name, true);
        try {
            DeskClient.published("Desk: bilby in the yard");
            await().atMost(PATIENCE)
                    .until(() -> when().get("/v1/search?q=harbour").statusCode() == 200);
            assertThat(found("bilby")).isZero();
        } finally {
            block(name, false);
        }
        awaitFound("bilby", 1);
    }

    private void block(String name, boolean isOn) throws ClusterFailure {
        cluster.send("PUT", "/" + name + "/_settings", Map.of("index.blocks.write", isOn));
    }

    @Test
    void noSearchFailsWhileTheIndexIsBuiltAnew() {
        int before = OpenSearchRebuild.builds();
        OpenSearchRebuild.begin();
        AtomicInteger searches = new AtomicInteger();
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> {
                    // Each is another question, which no cache has.
                    when().get("/v1/search?q=harbour|word" + searches.incrementAndGet())
                            .then()
                            .statusCode(200);
                    return OpenSearchRebuild.builds() > before;
                });
        assertThat(searches.get()).isGreaterThan(2);
    }

    /** The server's indexer stands still with the lease, as if its process were killed. */
    @Test
    void otherNodeTakesTheIndexOverWithoutAGap() {
        PausedServer.stop();
        List<String> slugs = IntStream.range(0, 30)
                .mapToObj(i -> DeskClient.published("Desk: numbat number " + i).id())
                .toList();
        Instant died = Instant.now();
        OpenSearchIndex other = index();
        ClusterIndexer survivor = indexer(other);
        await().atMost(PATIENCE).pollDelay(Duration.ZERO).until(() -> {
            survivor.round();
            return other.seq() >= 0 && other.seq() >= lastChange();
        });
        assertThat(Duration.between(died, Instant.now())).isLessThan(Duration.ofSeconds(10));
        survivor.close();
        PausedServer.go();
        awaitFound("numbat", slugs.size());
    }

    /** A node that has stood still believes that it has the lease, and writes what it read long ago. */
    @Test
    void lateWriteChangesNothing() throws ClusterFailure {
        DeskClient desk = DeskClient.published("Desk: quokka by the sea");
        awaitFound("quokka", 1);
        ClusterGeneration present = generations.used();
        long seq = present.bookmark().orElseThrow().position().seq();
        List<IndexedArticle> read = QuarkusTransaction.requiringNew()
                .call(() -> ArticleRows.of(List.of(UUID.fromString(desk.id())), clock.instant()))
                .articles();
        assertThat(read).hasSize(1);
        desk.put("withdrawal", Map.of("reason", "legal")).then().statusCode(201);
        awaitFound("quokka", 0);
        await().atMost(PATIENCE)
                .until(() -> present.bookmark().orElseThrow().position().seq() > seq);

        present.write(read, List.of(), seq);
        cluster.send("POST", "/" + present.name() + "/_refresh", null);
        ClusterFailure gone = catchThrowableOfType(
                ClusterFailure.class, () -> cluster.send("GET", "/" + present.name() + "/_doc/" + desk.id(), null));
        assertThat(gone.kind()).isEqualTo(ClusterFailure.Kind.MISSING);
        assertThat(kind(present, seq)).isEqualTo(ClusterFailure.Kind.CONFLICT);
    }

    @Test
    void buildOutlastsFailuresOfTheCluster() throws ClusterFailure {
        PausedServer.stop();
        Lease lease = new Lease(System::nanoTime, Clock.systemUTC());
        await().atMost(PATIENCE).until(lease::hold);
        ClusterGeneration next = generations.next();
        AtomicInteger failures = new AtomicInteger();
        FollowedGeneration built = new ClusterBuild(next, metrics(), clock, lease, new CountDownLatch(1), () -> {
                    if (failures.incrementAndGet() <= 3) {
                        throw ClusterFailure.of(429, "circuit_breaking_exception");
                    }
                    return true;
                })
                .run();
        generations.remove(next.name());
        lease.release();
        assertThat(failures.get()).isGreaterThan(3);
        assertThat(built).isNotNull();
    }

    static Stream<String> largestQuestions() {
        String kanji = IntStream.range(0, 196)
                .mapToObj(number -> Character.toString(0x4e00 + 7 * number))
                .collect(Collectors.joining());
        String sentences = IntStream.range(0, 16)
                .mapToObj(number -> kanji.substring(11 * number, 11 * number + 11))
                .collect(Collectors.joining(" "));
        String longSentences = IntStream.range(0, 4)
                .mapToObj(number -> kanji.substring(49 * number, 49 * number + 49))
                .collect(Collectors.joining(" "));
        String spellings = "\"" + "ä ".repeat(98) + "\"";
        String joined = "ä-".repeat(99) + "ä";
        String mixed = kanji.substring(0, 51) + " " + kanji.substring(51, 102) + " \"" + "ä ".repeat(47) + "\"";
        String misspelt = "harbuor prsidnt ".repeat(8).strip();
        return Stream.of(
                        kanji,
                        kanji + "*",
                        sentences,
                        sentences.replace(' ', '|'),
                        longSentences,
                        longSentences.replace(' ', '|'),
                        spellings,
                        joined,
                        joined.substring(2) + "*",
                        mixed,
                        misspelt)
                .flatMap(q -> Stream.of("all", "any", "words").map(match -> q + "&match=" + match));
    }

    @ParameterizedTest
    @MethodSource("largestQuestions")
    void largestQuestionIsNotRejected(String question) {
        String[] parts = question.split("&match=", -1);
        given().queryParam("q", parts[0])
                .queryParam("match", parts[1])
                .queryParam("tags", TAGS)
                .get("/v1/search")
                .then()
                .statusCode(200);
    }

    /** The failure of a bookmark from before. */
    private static ClusterFailure.Kind kind(ClusterGeneration present, long seq) throws ClusterFailure {
        IndexBookmark now = present.bookmark().orElseThrow();
        try {
            present.show(new IndexBookmark(
                    now.database(),
                    now.mapping(),
                    new LedgerPosition(seq, now.position().at()),
                    Map.of(),
                    0));
            return ClusterFailure.Kind.OTHER;
        } catch (ClusterFailure e) {
            return e.kind();
        }
    }

    private OpenSearchIndex index() {
        return new OpenSearchIndex(search, cluster, metrics());
    }

    private static SearchMetrics metrics() {
        return new SearchMetrics(new SimpleMeterRegistry(), () -> 0);
    }

    private ClusterIndexer indexer(OpenSearchIndex index) {
        return new ClusterIndexer(cluster, config, index, metrics(), clock);
    }

    private static long lastChange() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Ledger.head().position().seq());
    }
}
