package press.gazette.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

import press.gazette.newsroom.Parallel;

/** Many articles due in the same second, on two nodes that both look for them; in the end one node is left. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScheduleIT {

    private static final int MANY = 200;
    private static final int FEW = 50;
    private static final int WRITERS = 8;

    /** The commit times of the ledger's changes to the articles of a test, recorded by PostgreSQL. */
    private static final String COMMITS = "select pg_xact_commit_timestamp(c.xmin) from change c join article a"
            + " on c.subject = 'article:' || a.id where c.kind = 'created' and a.slug like ? order by 1";

    @RegisterExtension
    static final Nodes NODES = new Nodes();

    private static Postgresql database;

    private final String test = "story-" + Long.toHexString(System.nanoTime());
    private DatabaseAudit audit;
    private Instant due;
    private int articles;

    @BeforeAll
    static void start() throws IOException {
        database = new Postgresql();
        Editor.at(NODES.start(2, database).get(0)).coinTags();
    }

    @BeforeEach
    void openTheBooks() throws SQLException {
        audit = database.audit();
    }

    @AfterEach
    void closeTheBooks() throws IOException, SQLException {
        audit.close();
    }

    @AfterAll
    static void stop() throws IOException {
        NODES.killAll();
        database.close();
    }

    @Test
    @Order(1)
    void eachArticleIsPublishedOnceAndNotEarly() throws Exception {
        schedule(MANY);
        awaitPublications(articles);
        eachWasPublishedOnceAndNotEarly("two nodes");
    }

    @Test
    @Order(2)
    void otherNodeContinuesWhenOneDiesWhilePublishing() throws Exception {
        schedule(MANY);
        awaitPublications(1);
        NODES.alive().get(0).kill();
        awaitPublications(articles);
        eachWasPublishedOnceAndNotEarly("two nodes, one killed");
    }

    @Test
    @Order(3)
    void articlesDueWhileNoNodeRanArePublishedAtTheStart() throws Exception {
        schedule(FEW);
        NODES.killAll();
        await().atMost(Duration.ofMinutes(1)).until(() -> audit.now().isAfter(due));
        assertThat(commits()).as("published before there was a node").isEmpty();
        NODES.start(database);
        awaitPublications(articles);
        eachWasPublishedOnceAndNotEarly("no node for a while");
    }

    /** Due after all of them are scheduled: in twice the time that writing them took. */
    private void schedule(int number) throws Exception {
        articles = number;
        List<Node> nodes = NODES.alive();
        Instant begun = audit.now();
        share(i -> new ArticleScript(slug(i)).sendNext(Editor.of(nodes, i)));
        Duration taken = Duration.between(begun, audit.now());
        due = audit.now().plus(taken.multipliedBy(2)).plusSeconds(3).truncatedTo(ChronoUnit.SECONDS);
        share(i -> {
            Reply reply = Editor.of(nodes, i)
                    .put("/v1/desk/articles/" + slug(i) + "/schedule", "\"1\"", Map.of("at", due.toString()));
            assertThat(reply.status()).as(reply.content()).isEqualTo(201);
        });
        assertThat(audit.now()).as("all scheduled in time").isBefore(due);
    }

    private interface Work {
        void on(int article) throws Exception;
    }

    private void share(Work work) throws Exception {
        Parallel.run(WRITERS, writer -> {
            for (int i = writer; i < articles; i += WRITERS) {
                work.on(i);
            }
            return writer;
        });
    }

    private void awaitPublications(int number) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> commits().size() >= number);
    }

    private void eachWasPublishedOnceAndNotEarly(String where) throws SQLException {
        Map<String, StoredArticle> found = audit.articles();
        for (int i = 0; i < articles; i++) {
            String slug = slug(i);
            String title = "Request 1 of " + slug;
            assertThat(found.get(slug))
                    .as(slug)
                    .isEqualTo(new StoredArticle(
                            "published",
                            title,
                            3,
                            List.of(title),
                            List.of("POST 1", "PUT 2", "PUT 3"),
                            List.of("created"),
                            List.of(true, true),
                            true));
        }
        audit.assertLedgerIsSound();
        // Nodes that conflicted would have logged failures and retried.
        assertThat(NODES.alive()).allSatisfy(node -> assertThat(node.errors()).isEmpty());
        List<Instant> commits = commits();
        assertThat(commits.get(0)).as("the first publication").isAfterOrEqualTo(due);
        System.out.printf(
                "%s: %d articles due at once, the first %d ms late, the last %d ms%n",
                where, articles, late(commits.get(0)), late(commits.get(articles - 1)));
    }

    private long late(Instant commit) {
        return Duration.between(due, commit).toMillis();
    }

    private List<Instant> commits() throws SQLException {
        return audit.list(COMMITS, row -> row.getObject(1, OffsetDateTime.class).toInstant(), test + "-%");
    }

    private String slug(int article) {
        return test + "-" + article;
    }
}
