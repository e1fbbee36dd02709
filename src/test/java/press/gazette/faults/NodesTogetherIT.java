package press.gazette.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import press.gazette.newsroom.Parallel;

/** Two nodes on one PostgreSQL with concurrent requests. */
class NodesTogetherIT {

    private static final int REPETITIONS = 50;
    private static final int WRITERS = 20;

    @RegisterExtension
    static final Nodes NODES = new Nodes();

    private static Postgresql database;
    private static List<Node> nodes;

    private final String slug = "story-" + Long.toHexString(System.nanoTime());

    /** Both find an empty database, and one of them migrates it. */
    @BeforeAll
    static void start() throws IOException {
        database = new Postgresql();
        nodes = NODES.start(2, database);
        Editor.at(nodes.get(0)).coinTags();
    }

    @AfterAll
    static void stop() throws IOException {
        NODES.killAll();
        database.close();
    }

    @RepeatedTest(3)
    void requestRepeatedOnBothNodesIsDoneOnce() throws Exception {
        Map<String, Object> draft = Map.of("type", "news", "language", "en", "title", slug, "tags", ArticleScript.TAGS);
        List<Reply> replies =
                Parallel.run(REPETITIONS, i -> Editor.of(nodes, i).repeat("/v1/desk/articles", draft, slug));
        assertThat(replies)
                .allSatisfy(
                        reply -> assertThat(reply.status()).as(reply.content()).isEqualTo(201));
        assertThat(replies.stream().map(Reply::content).distinct()).hasSize(1);
        assertThat(replies.stream()
                        .map(reply -> reply.header("Location") + reply.etag())
                        .distinct())
                .hasSize(1);
        assertThat(replies.stream().filter(reply -> !reply.isReplayed())).hasSize(1);
        try (DatabaseAudit audit = database.audit()) {
            assertThat(audit.list("select id from article where title = ?", row -> row.getString(1), slug))
                    .containsExactly(replies.get(0).text("id"));
        }
    }

    @RepeatedTest(5)
    void oneOfManyWritersWithTheSameETagWins() throws Exception {
        ArticleScript story = new ArticleScript(slug);
        Editor editor = Editor.at(nodes.get(0));
        story.sendNext(editor);
        String path = "/v1/desk/articles/" + slug;
        Reply winner = race(path, i -> Map.of("title", "Written by " + i));
        Reply now = editor.get(path);
        assertThat(now.etag()).isEqualTo(winner.etag());
        assertThat(now.text("title")).isEqualTo(winner.text("title"));
        try (DatabaseAudit audit = database.audit()) {
            StoredArticle traces = audit.articles().get(slug);
            assertThat(traces.saved()).containsExactly("Request 1 of " + slug, winner.text("title"));
            assertThat(traces.audited()).containsExactly("POST 1", "PATCH 2");
            assertThat(traces.listed()).hasSameSizeAs(ArticleScript.TAGS);
        }
    }

    /** Writers on both nodes change a resource with the same ETag; one succeeds, the others get 412. */
    private static Reply race(String path, IntFunction<Object> patch) throws Exception {
        String read = Editor.at(nodes.get(0)).get(path).etag();
        List<Reply> replies = Parallel.run(WRITERS, i -> Editor.of(nodes, i).patch(path, read, patch.apply(i)));
        List<Reply> winners =
                replies.stream().filter(reply -> reply.status() == 200).toList();
        assertThat(winners).hasSize(1);
        assertThat(replies.stream().filter(reply -> reply.status() == 412)).hasSize(WRITERS - 1);
        return winners.get(0);
    }

    @Test
    void keyRevokedOnOneNodeIsRejectedByTheOther() throws Exception {
        for (int i = 0; i < REPETITIONS; i++) {
            Editor here = Editor.of(nodes, i);
            Node there = nodes.get(1 - i % nodes.size());
            Reply issued = here.post("/v1/desk/keys", Map.of("name", "Short-lived", "scopes", List.of("desk:read")));
            Editor reader = new Editor(there, issued.text("key"));
            assertThat(reader.get("/v1/desk/articles").status()).isEqualTo(200);
            assertThat(here.delete("/v1/desk/keys/" + issued.text("id")).status())
                    .isEqualTo(204);
            assertThat(reader.get("/v1/desk/articles").status()).isEqualTo(401);
        }
    }
}
