package press.gazette.search.opensearch;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

import press.gazette.change.Ledger;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.PausedServer;
import press.gazette.search.engine.SearchConfig;
import press.gazette.search.engine.SearchMetrics;
import press.gazette.search.opensearch.cluster.Cluster;
import press.gazette.search.opensearch.cluster.ClusterFailure;
import press.gazette.search.opensearch.cluster.OpenSearchConfig;
import press.gazette.search.source.ChangesRead;

/** A new index is built on a real OpenSearch while indexes are deleted, or take no writes. */
@QuarkusTest
@EnabledIfEnvironmentVariable(named = "GAZETTE_SEARCH_OPENSEARCH_URL", matches = ".+")
class OpenSearchBuildTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Inject
    OpenSearchConfig config;

    @Inject
    SearchConfig search;

    @Inject
    Clock clock;

    private Gateway gateway;
    private Cluster cluster;
    private ClusterGenerations generations;
    private OpenSearchIndex index;
    private ClusterIndexer indexer;
    private ClusterGeneration former;

    /** The indexer of the server stands still, and one of this test goes on with its index. */
    @BeforeEach
    void takeOver() throws IOException {
        await().atMost(PATIENCE).until(() -> when().get("/v1/search?q=harbour").statusCode() == 200);
        PausedServer.stop();
        gateway = new Gateway(config.url().orElseThrow());
        cluster = gateway.cluster();
        generations = new ClusterGenerations(cluster, config, ChangesRead.database());
        index = new OpenSearchIndex(search, cluster, metrics());
        indexer = new ClusterIndexer(cluster, config, index, metrics(), clock);
        String server = holder();
        // The server renews it no more: its life is over at once.
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getSession()
                        .createNativeMutationQuery("update search_lease set held_until = null")
                        .executeUpdate());
        await().atMost(PATIENCE).until(() -> {
            indexer.round();
            return !holder().equals(server);
        });
        former = generations.used();
    }

    private static String holder() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Panache.getSession()
                        .createNativeQuery(
                                "select coalesce(cast(holder as varchar), '') from search_lease", String.class)
                        .getSingleResult());
    }

    @AfterEach
    void giveBack() {
        gateway.close();
        indexer.close();
        PausedServer.go();
        DeskClient.tidyUp();
    }

    private static SearchMetrics metrics() {
        return new SearchMetrics(new SimpleMeterRegistry(), () -> 0);
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

    private static long lastChange() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Ledger.head().position().seq());
    }

    /** True for a write to an index that is not in use yet. */
    private boolean isOfNext(Gateway.Request request) {
        return request.path().startsWith("/" + generations.alias() + "-")
                && request.path().contains("/_bulk")
                && !request.isBulkOf(former);
    }

    private static String index(Gateway.Request request) {
        return request.path().substring(1, request.path().indexOf("-write/"));
    }

    private void awaitBuild() {
        await().atMost(PATIENCE).until(() -> {
            indexer.round();
            return indexer.builds() == 1;
        });
    }

    @Test
    void buildGoesOnWhenTheIndexInUseIsDeleted() throws ClusterFailure {
        AtomicBoolean isDeleted = new AtomicBoolean();
        gateway.follow((request, real) -> {
            if (isOfNext(request) && isDeleted.compareAndSet(false, true)) {
                generations.remove(former.name());
                DeskClient.published("Desk: thylacine on the pier");
            }
            return real.reply(request);
        });
        indexer.rebuild();
        indexer.round();

        assertThat(isDeleted).isTrue();
        assertThat(indexer.builds()).as("indexes built in this round").isOne();
        assertThat(index.seq()).isGreaterThanOrEqualTo(lastChange());
        assertThat(found("thylacine")).isOne();
    }

    @Test
    void buildGoesOnWhenTheIndexInUseTakesNoWrites() throws ClusterFailure {
        cluster.send("PUT", "/" + former.name() + "/_settings", Map.of("index.blocks.write", true));
        DeskClient.published("Desk: bilby in the yard");
        indexer.rebuild();
        indexer.round();

        assertThat(indexer.builds()).as("indexes built in this round").isOne();
        assertThat(found("bilby")).isOne();
    }

    @Test
    void buildBeginsAgainWhenTheNewIndexIsDeleted() {
        AtomicBoolean isDeleted = new AtomicBoolean();
        gateway.follow((request, real) -> {
            if (isOfNext(request) && isDeleted.compareAndSet(false, true)) {
                generations.remove(index(request));
                DeskClient.published("Desk: thylacine on the pier");
            }
            return real.reply(request);
        });
        indexer.rebuild();
        indexer.round();
        assertThat(indexer.builds()).isZero();

        awaitBuild();
        assertThat(found("thylacine")).isOne();
    }

    @Test
    void indexInUseStaysWhenTheNewOneIsDeletedInTheLastMoment() throws ClusterFailure {
        AtomicReference<String> next = new AtomicReference<>();
        AtomicBoolean isDeleted = new AtomicBoolean();
        gateway.follow((request, real) -> {
            if (isOfNext(request)) {
                next.set(index(request));
            } else if (request.path().endsWith("-*/_alias")
                    && next.get() != null
                    && isDeleted.compareAndSet(false, true)) {
                generations.remove(next.get());
            }
            return real.reply(request);
        });
        indexer.rebuild();
        indexer.round();
        assertThat(isDeleted).isTrue();
        assertThat(generations.used().name()).isEqualTo(former.name());
        assertThat(found("harbour")).isPositive();

        awaitBuild();
        assertThat(generations.used().name()).isGreaterThan(former.name());
        assertThat(found("harbour")).isPositive();
    }
}
