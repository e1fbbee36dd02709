package press.gazette.search.opensearch;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

import press.gazette.address.Slug;
import press.gazette.change.Ledger;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.PausedServer;
import press.gazette.newsroom.TestTags;
import press.gazette.search.engine.SearchConfig;
import press.gazette.search.engine.SearchMetrics;
import press.gazette.search.opensearch.cluster.Cluster;
import press.gazette.search.opensearch.cluster.ClusterFailure;
import press.gazette.search.opensearch.cluster.OpenSearchConfig;
import press.gazette.search.question.IndexField;
import press.gazette.search.source.ArticleRows;
import press.gazette.search.source.ChangesRead;
import press.gazette.tag.Tag;
import press.gazette.tag.TagContent;
import press.gazette.tag.TagState;
import press.gazette.tag.TagType;

/**
 * A new index is built on a real OpenSearch while indexes are deleted, writes are refused, and editors change tags. Long, since all
 * tests take the index over from the server, behind one gateway.
 */
@QuarkusTest
@EnabledIfEnvironmentVariable(named = "GAZETTE_SEARCH_OPENSEARCH_URL", matches = ".+")
class OpenSearchBuildTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Each is of two articles, so that a step works off half of those that it adds. */
    private static final int CHANGED_TAGS = 2_200;

    @Inject
    OpenSearchConfig config;

    @Inject
    SearchConfig search;

    @Inject
    Clock clock;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

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
        generations = new ClusterGenerations(cluster, config, ChangesRead.database(), () -> {});
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
        TestTags.clear();
        DeskClient.tidyUp();
        PausedServer.go();
    }

    private SearchMetrics metrics() {
        return new SearchMetrics(meters, () -> 0);
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

    /** The request that puts the new index in the place of the other one arrives, and its response does not. */
    @Test
    void newIndexStaysWhenItIsInUseUnconfirmed() throws ClusterFailure {
        AtomicBoolean isLost = new AtomicBoolean();
        gateway.follow((request, real) -> {
            Gateway.Reply reply = real.reply(request);
            return request.path().equals("/_aliases") && isLost.compareAndSet(false, true)
                    ? new Gateway.Reply(503, "{}")
                    : reply;
        });
        DeskClient.published("Desk: numbat under the arch");
        indexer.rebuild();
        indexer.round();

        assertThat(isLost).isTrue();
        assertThat(generations.used().name()).isNotEqualTo(former.name());
        assertThat(found("numbat")).isOne();
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

    /** The articles in the index that searches use. */
    private long indexed() throws ClusterFailure {
        Map<String, Object> all = Map.of(
                "size", 0, "track_total_hits", true, "query", Map.of("exists", Map.of("field", IndexField.PUBLISHED)));
        return cluster.send("POST", "/" + generations.alias() + "/_search", all)
                .at("hits", "total", "value")
                .number();
    }

    private long publicArticles() {
        return QuarkusTransaction.requiringNew().call(() -> ArticleRows.count(clock.instant()));
    }

    private void build() {
        indexer.rebuild();
        indexer.round();
    }

    private void assertBuiltWhole() throws ClusterFailure {
        assertThat(indexer.builds()).as("indexes built in this round").isOne();
        assertThat(generations.used().name()).isGreaterThan(former.name());
        assertThat(indexed()).isEqualTo(publicArticles());
        assertThat(meters.counter("gazette.search.articles.skipped").count()).isZero();
    }

    /** Writes to the new index are counted from 1. */
    private interface Write {

        Gateway.Reply reply(int number, Gateway.Request request, Gateway.Real real) throws Exception;
    }

    private void atWrites(Write rule) {
        AtomicInteger writes = new AtomicInteger();
        gateway.follow((request, real) ->
                isOfNext(request) ? rule.reply(writes.incrementAndGet(), request, real) : real.reply(request));
    }

    @Test
    void refusedWritesAreSentAgain() throws ClusterFailure {
        AtomicInteger writes = new AtomicInteger();
        atWrites((number, request, real) -> {
            writes.set(number);
            return switch (number) {
                case 1 ->
                    new Gateway.Reply(429, "{\"error\":{\"type\":\"rejected_execution_exception\"},\"status\":429}");
                case 2 -> new Gateway.Reply(503, "<html>A gateway says that nobody is there</html>");
                case 3 -> new Gateway.Reply(200, "{}");
                case 4 -> new Gateway.Reply(503, "<html>A gateway says that nobody is there</html>");
                case 5 -> new Gateway.Reply(500, "{\"error\":{\"type\":\"node_closed_exception\"},\"status\":500}");
                default -> real.reply(request);
            };
        });
        build();
        assertThat(writes).hasValueGreaterThan(6);
        assertBuiltWhole();
    }

    /** OpenSearch takes the other articles of the request, and has no room for this one. */
    @Test
    void articleThatHasToWaitIsSentAgain() throws ClusterFailure {
        atWrites((number, request, real) -> {
            if (number > 1) {
                return real.reply(request);
            }
            String rest = request.content().replaceFirst("^[^\n]+\n[^\n]+\n", "");
            JsonObject reply = new JsonObject(real.reply(request.with(rest)).content());
            JsonArray items = reply.getJsonArray("items");
            items.add(new JsonObject(
                    "{\"index\":{\"status\":429,\"error\":{\"type\":\"rejected_execution_exception\"}}}"));
            return new Gateway.Reply(200, reply.encode());
        });
        build();
        assertBuiltWhole();
    }

    @Test
    void articleThatIsRefusedIsLeftOutAlone() throws ClusterFailure {
        atWrites((number, request, real) -> real.reply(
                number > 1
                        ? request
                        : request.with(
                                request.content().replaceFirst("\"published\":\\d+", "\"published\":\"never\""))));
        build();
        assertThat(indexer.builds()).isOne();
        assertThat(indexed()).isEqualTo(publicArticles() - 1);
        assertThat(meters.counter("gazette.search.articles.skipped").count()).isOne();
    }

    @Test
    void indexThatRefusesAllArticlesComesNotIntoUse() throws ClusterFailure {
        atWrites((number, request, real) -> real.reply(
                request.with(request.content().replaceAll("\"published\":\\d+", "\"published\":\"never\""))));
        build();
        assertThat(indexer.builds()).isZero();
        assertThat(index.failure()).contains("400");
        assertThat(generations.used().name()).isEqualTo(former.name());
        assertThat(found("harbour")).isPositive();
        assertThat(meters.counter("gazette.search.articles.skipped").count()).isZero();
    }

    private static long pendingTags(Gateway.Request request) {
        Matcher tags = Pattern.compile("\"tags\":\"([^\"]+)\"").matcher(request.content());
        return tags.find() ? tags.group(1).split(" ", -1).length : 0;
    }

    private static TagContent content(int number, String name) {
        return new TagContent(
                new Slug("trial-%s-%04d".formatted(name, number)),
                name,
                TagType.KEYWORD,
                List.of(),
                null,
                List.of(),
                List.of(),
                null,
                null);
    }

    /** A hundred tags for each two articles. */
    private static void coinTags() {
        List<String> articles = IntStream.range(0, 2 * CHANGED_TAGS / 100)
                .mapToObj(number ->
                        DeskClient.published("Desk: quoll number " + number).id())
                .toList();
        QuarkusTransaction.requiringNew().run(() -> {
            IntStream.range(0, CHANGED_TAGS).forEach(number -> Tag.coin(content(number, "quokkaesque"), Instant.now()));
            Tag.flush();
            for (int i = 0; i < articles.size(); i++) {
                Panache.getSession()
                        .createNativeMutationQuery("""
                                insert into tagging (article_id, tag_id, position, listed, published_at)
                                select a.id, t.id, 1000, true, a.published_at from tag t cross join article a
                                where t.slug like ?1 and a.id = ?2""")
                        .setParameter(1, "trial-quokkaesque-%02d__".formatted(i / 2))
                        .setParameter(2, UUID.fromString(articles.get(i)))
                        .executeUpdate();
            }
        });
    }

    private static void renameTags() {
        QuarkusTransaction.requiringNew().run(() -> {
            List<Tag> all = Tag.list("text.slug like 'trial-quokkaesque-%'");
            IntStream.range(0, all.size())
                    .forEach(number ->
                            all.get(number).revise(content(number, "wombatesque"), TagState.ACTIVE, Instant.now()));
        });
    }

    /** More tags are renamed than may wait at once. */
    @Test
    void thousandTagsRenamedMeanwhileArrive() throws ClusterFailure {
        coinTags();
        AtomicLong waiting = new AtomicLong();
        atWrites((number, request, real) -> {
            if (number == 1) {
                renameTags();
            }
            waiting.accumulateAndGet(pendingTags(request), Math::max);
            return real.reply(request);
        });
        indexer.close();
        Lease lease = new Lease(System::nanoTime, Clock.systemUTC());
        assertThat(lease.hold()).isTrue();
        ClusterGeneration next = generations.next();
        FollowedGeneration built =
                new ClusterBuild(next, metrics(), clock, lease, new CountDownLatch(1), lease::hold).run();
        lease.release();
        assertThat(waiting).hasValueGreaterThan(1_000).hasValueLessThanOrEqualTo(1_000 + ChangesRead.BATCH);
        assertThat(built.bookmark().shown().seq()).isGreaterThanOrEqualTo(lastChange());
        generations.use(next);
        assertThat(found("wombatesque")).isEqualTo(2 * CHANGED_TAGS / 100);
        assertThat(found("quokkaesque")).isZero();
    }

    @Test
    void tagCreatedMeanwhileArrives() throws ClusterFailure {
        DeskClient older = DeskClient.published("Desk: bettong on the lawn");
        atWrites((number, request, real) -> {
            Gateway.Reply reply = real.reply(request);
            if (number == 1) {
                TestTags.create("""
                                {"slug": "trial-new", "name": "Zyzzyva", "type": "keyword", "state": "active"}""").then().statusCode(201);
                DeskClient.published("Desk: potoroo in the park", "tags", List.of("trial-new"));
                older.patch(Map.of("tags", List.of("trial-new"))).then().statusCode(200);
                older.put("publication", Map.of()).then().statusCode(200);
            }
            return reply;
        });
        build();
        assertBuiltWhole();
        assertThat(found("zyzzyva")).isEqualTo(2);
        assertThat(found("potoroo&tags=trial-new")).isOne();
        assertThat(found("bettong&tags=trial-new")).isOne();
    }

    /** Another node moves the index on while this one stands still in the middle of a step. */
    @Test
    void indexerThatIsPausedPastItsLeaseWritesNothingWhenItGoesOn() throws ClusterFailure {
        AtomicLong nanos = new AtomicLong();
        Lease lease = new Lease(nanos::get, Clock.systemUTC());
        indexer.close();
        assertThat(lease.hold()).isTrue();
        ClusterGenerations own = new ClusterGenerations(cluster, config, ChangesRead.database(), lease::check);
        ClusterGeneration present = own.used();
        FollowedGeneration paused =
                new FollowedGeneration(present, present.bookmark().orElseThrow(), metrics(), clock);
        DeskClient desk = DeskClient.published("Desk: numbat under the bridge");
        nanos.addAndGet(Lease.LIFE.toNanos());
        List<String> writes = new CopyOnWriteArrayList<>();
        gateway.follow((request, real) -> {
            if (!request.method().equals("GET")) {
                writes.add(request.path());
            }
            return real.reply(request);
        });

        for (ThrowableAssert.ThrowingCallable step : List.<ThrowableAssert.ThrowingCallable>of(
                paused::follow, own::next, () -> own.use(present), () -> own.removeOthers(present))) {
            ClusterFailure late = catchThrowableOfType(ClusterFailure.class, step);
            assertThat(late).extracting(ClusterFailure::kind).isEqualTo(ClusterFailure.Kind.AWAY);
        }
        assertThat(writes).isEmpty();

        await().atMost(PATIENCE).until(() -> {
            indexer.round();
            return index.seq() >= lastChange();
        });
        assertThat(found("numbat")).isOne();
        desk.put("withdrawal", Map.of("reason", "error")).then().statusCode(201);
        assertThat(lease.hold()).isFalse();
    }
}
