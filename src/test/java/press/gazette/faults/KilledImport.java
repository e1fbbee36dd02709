package press.gazette.faults;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import press.gazette.importer.wordpress.Exports;
import press.gazette.newsroom.Keys;

/**
 * An import whose server is killed on the way, and while it follows links, ends with the same newsroom as one without kills.
 * {@code -Dfaults.rounds=10} kills ten times on H2, with 2,000 posts.
 */
abstract class KilledImport {

    /** The posts of the export for each kill. */
    private static final int POSTS = 200;

    private static final Duration SOON = Duration.ofMillis(5);
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Each statement gives rows that both imports must have; ids are shown as the slugs of their articles. */
    private static final List<String> ROWS = List.of(
            "select 'article', a.id, a.status, a.title, a.standfirst, a.body, a.html, a.published_at, a.first_published_at, "
                    + "a.updated_at, a.publish_at, a.embargo_until, a.foreign_system, a.foreign_id, a.version from article a",
            "select 'former slug', o.slug, o.article_id from article_alias o",
            "select 'tag of', g.article_id, g.position, g.listed, t.slug, t.name, t.type from tagging g join tag t on "
                    + "t.id = g.tag_id",
            "select 'revision', r.article_id, r.number, r.content from article_revision r",
            "select 'old address', o.path, o.article_id from old_address o",
            "select 'line of the report', e.number, e.foreign_id, e.title, e.line, e.outcome, e.article_id, e.notes from "
                    + "import_entry e",
            "select 'import', j.state, j.item_count, j.created, j.updated, j.unchanged, j.left_out, j.failed from import_job j",
            "select distinct 'change', c.subject from change c where c.type = 'article'");

    @TempDir
    private Path folder;

    private final int posts = POSTS * rounds();

    /** A busy machine imports twenty posts in a second. */
    private final Duration patience = Duration.ofMinutes(2).plusMillis(100L * posts);

    /** The nodes of the test class; another class may run at the same time. */
    abstract Nodes nodes();

    abstract Database database() throws IOException;

    /** Set in pom.xml, or on the command line. */
    int rounds() {
        return Integer.getInteger("faults.rounds", 3);
    }

    @Test
    void killedImportEndsWithTheSameNewsroom() throws Exception {
        String export = export();
        List<String> whole;
        List<String> killed;
        try (Database database = database()) {
            Node node = start(database, "whole");
            ended(node, begun(node, export));
            node.stop();
            whole = rows(database);
        }
        try (Database database = database()) {
            Node node = start(database, "killed");
            String id = begun(node, export);
            for (int round = 1; round <= rounds(); round++) {
                // The last kill comes while links are followed.
                int enough = POSTS * round;
                Node running = node;
                await().atMost(patience)
                        .pollInterval(SOON)
                        .until(() -> job(running, id).getInt("read") >= enough);
                node.kill();
                node = start(database, "killed");
            }
            ended(node, id);
            assertThat(node.errors()).isEmpty();
            node.stop();
            killed = rows(database);
            System.out.printf(
                    "%s: an import of %d posts, killed %d times: %d rows%n",
                    database.name(), posts, rounds(), killed.size());
        }
        assertThat(whole).hasSizeGreaterThan(6 * posts);
        assertThat(killed).isEqualTo(whole);
    }

    private Node start(Database database, String name) {
        return nodes().start(
                        database, Map.of(), "-Dgazette.import-folder=" + folder.resolve(name), "-Dgazette.drain=0S");
    }

    /** Each post links to one before it and to one behind it. Some are not public. */
    private String export() {
        List<String> items = new ArrayList<>(List.of(Exports.category("harbour", "", "Harbour")));
        IntStream.range(0, posts).forEach(number -> items.add(post(number)));
        return Exports.of(items.toArray(String[]::new));
    }

    private String post(int number) {
        String text = "Post %d. [caption]<img src=\"https://old.example/%d.jpg\" alt=\"A\"> Words[/caption]\n\n"
                        .formatted(number, number)
                + "Before <a href=\"/2019/03/post-%d/\">it</a>, behind <a href=\"/?p=%d\">it</a>. [poll id=\"%d\"]"
                        .formatted(Math.max(0, number - 7), Math.min(posts, number + 40), number);
        String state = number % 9 == 0 ? "private" : number % 10 == 0 ? "draft" : "publish";
        return Exports.item(
                String.valueOf(number + 1),
                "post-" + number,
                text,
                state,
                Exports.term("category", "harbour")
                        + Exports.term("post_tag", "topic-" + number % 50)
                        + (number % 5 == 0 ? Exports.meta("_wp_old_slug", "former-" + number) : ""));
    }

    private static String begun(Node node, String export) {
        return given().header("Authorization", "Bearer " + Keys.BOOTSTRAP)
                .contentType("application/octet-stream")
                .body(export.getBytes(StandardCharsets.UTF_8))
                .post(node.at("/v1/desk/imports?format=wordpress").toString())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static JsonPath job(Node node, String id) {
        return given().header("Authorization", "Bearer " + Keys.BOOTSTRAP)
                .get(node.at("/v1/desk/imports/" + id).toString())
                .jsonPath();
    }

    private void ended(Node node, String id) {
        await().atMost(patience).until(() -> job(node, id).getString("endedAt") != null);
        assertThat(job(node, id).getString("state")).isEqualTo("done");
    }

    private static List<String> rows(Database database) throws Exception {
        try (DatabaseAudit audit = database.afterCrash()) {
            Map<String, String> slugs = new HashMap<>();
            audit.list("select id, slug from article", row -> slugs.put(row.getString(1), row.getString(2)));
            SortedMap<String, Integer> rows = new TreeMap<>();
            for (String statement : ROWS) {
                audit.list(statement, row -> rows.merge(row(row, slugs), 1, Integer::sum));
            }
            return rows.entrySet().stream()
                    .map(row -> row.getKey() + " × " + row.getValue())
                    .toList();
        }
    }

    private static String row(ResultSet row, Map<String, String> slugs) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            String text = String.valueOf(row.getString(column));
            values.add(ID.matcher(text).replaceAll(id -> slugs.getOrDefault(id.group(), id.group())));
        }
        return String.join(" | ", values);
    }
}
