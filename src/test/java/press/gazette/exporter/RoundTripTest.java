package press.gazette.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import press.gazette.exporter.format.ExportedTable;
import press.gazette.exporter.format.Tar;
import press.gazette.exporter.restoration.Restoration;
import press.gazette.media.MediaClient;
import press.gazette.media.TestFiles;
import press.gazette.media.TestPictures;
import press.gazette.newsroom.Keys;

/** The export of the sample newsroom gives the same rows in another database. */
@QuarkusTest
class RoundTripTest {

    /**
     * Tables of nodes, of callers and of work, rows that every database has of its own, an index of the ledger that restorations
     * make anew, and a table of another test.
     */
    private static final Set<String> NOT_EXPORTED = Set.of(
            "access_key",
            "compacted_change",
            "content_load",
            "database_identity",
            "desk_change",
            "desk_head",
            "flyway_schema_history",
            "follower",
            "hub_ping",
            "idempotency",
            "list_sources",
            "list_window",
            "media_store",
            "note",
            "preview",
            "private_invalidation",
            "removal",
            "seal",
            "search_lease",
            "vocabulary",
            "webhook",
            "webhook_delivery",
            "webhook_event",
            "webhook_import",
            "webhook_queue");

    @Inject
    DataSource database;

    @TempDir
    Path folder;

    @Test
    void exportOfAnImportIsTheSame() throws Exception {
        Path first = export(database, "first");
        DataSource other = embedded();
        Restoration.Result result = Restoration.of(first, other, false, lines -> true);
        assertThat(result.complete()).isTrue();
        assertThat(result.articles()).isGreaterThan(50);
        assertThat(rows(export(other, "second"))).isEqualTo(rows(first));
        assertThat(countOf(other, "article_revision")).isEqualTo(countOf(database, "article_revision"));
        assertThat(countOf(other, "removal")).isPositive();
    }

    @Test
    void documentsArePartOfTheJson() throws Exception {
        assertThat(rows(export(database, "first")))
                .noneMatch(line -> line.contains(":\"{\\\"") || line.contains(":\"[{"));
    }

    @Test
    void cropsOfPicturesMoveAlong() throws Exception {
        String id = MediaClient.form(TestPictures.of("jpeg", 320, 320)).path("id");
        try {
            MediaClient.patch(id, "{\"crops\": {\"square\": {\"x\": 1, \"y\": 2.5, \"width\": 30, \"height\": 40}}}")
                    .then()
                    .statusCode(200);
            Path first = export(database, "first");
            assertThat(rows(first))
                    .anyMatch(line -> line.contains(id)
                            && line.contains("\"crops\":{\"square\":{\"x\":1.0,\"y\":2.5,\"width\":30.0"));
            DataSource other = embedded();
            Restoration.of(first, other, false, lines -> true);
            assertThat(rows(export(other, "second"))).isEqualTo(rows(first));
        } finally {
            TestFiles.tidyUp();
        }
    }

    @Test
    void dryRunLeavesNothing() throws Exception {
        DataSource other = embedded();
        assertThat(Restoration.of(export(database, "first"), other, true, lines -> true)
                        .complete())
                .isTrue();
        assertThat(countOf(other, "article")).isZero();
        assertThat(countOf(other, "change")).isZero();
    }

    @Test
    void stoppedImportLeavesNothing() throws Exception {
        DataSource other = embedded();
        assertThat(Restoration.of(export(database, "first"), other, false, lines -> false)
                        .complete())
                .isFalse();
        assertThat(countOf(other, "tag")).isZero();
    }

    /** Readers get the HTML of a body as it stands in its row. */
    @Test
    void htmlOfAFileReachesNoReader() throws Exception {
        Path file = export(database, "first");
        String hostile = Files.readString(file).replace("\"html\":\"<p>", "\"html\":\"<script>hostile()</script><p>");
        assertThat(hostile).contains("hostile()");
        Files.writeString(file, hostile);
        DataSource other = embedded();
        Restoration.of(file, other, false, lines -> true);
        assertThat(countOf(other, "article where html like '%hostile()%'")).isZero();
        assertThat(countOf(other, "article where html is not null")).isPositive();
    }

    @Test
    void changesAfterAnImportGetNumbersOfTheirOwn() throws Exception {
        Path file = export(database, "first");
        List<String> lines = Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("{\"row\":\"ledger\","))
                .toList();
        String all = String.join("\n", lines) + "\n";
        Files.writeString(file, all.replaceFirst("\"lines\":[0-9]+", "\"lines\":" + (lines.size() - 1)));
        DataSource other = embedded();
        Restoration.of(file, other, false, done -> true);
        assertThat(countOf(other, "change")).isPositive();
        assertThat(countOf(other, "change c join ledger_head h on c.seq > h.seq"))
                .isZero();
    }

    /** No constraint of the database spans current and former slugs. */
    @Test
    void slugOfTwoArticlesIsRejected() throws Exception {
        Path file = export(database, "first");
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        List<String> articles = lines.stream()
                .filter(line -> line.startsWith("{\"row\":\"article\","))
                .toList();
        String slug = articles.get(0).replaceAll("^.*?\"slug\":\"([^\"]+)\".*$", "$1");
        String other = articles.get(1).replaceAll("^.*?\"id\":\"([^\"]+)\".*$", "$1");
        lines.add(
                lines.indexOf(articles.get(articles.size() - 1)) + 1,
                "{\"row\":\"articleAlias\",\"slug\":\"" + slug + "\",\"articleId\":\"" + other + "\"}");
        lines.set(lines.size() - 1, "{\"gazette\":\"end\",\"lines\":" + (lines.size() - 1) + "}");
        Files.write(file, lines);
        DataSource target = embedded();
        assertThatThrownBy(() -> Restoration.of(file, target, false, done -> true))
                .hasMessageContaining("Two articles have or had the slug " + slug);
        assertThat(countOf(target, "article")).isZero();
    }

    @Test
    void archiveHasEachFileOfTheStoreOnce() throws Exception {
        List<String> names = new ArrayList<>();
        ByteArrayInputStream in = new ByteArrayInputStream(
                Keys.asAdmin().get("/v1/desk/export?files=true").asByteArray());
        Tar.Entry entry = Tar.next(in);
        while (entry != null) {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            Tar.read(entry, in, content);
            if (entry.name().startsWith("files/")) {
                String hash = HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(content.toByteArray()));
                assertThat(entry.name()).startsWith("files/" + hash + ".");
                names.add(hash);
            }
            entry = Tar.next(in);
        }
        assertThat(names).doesNotHaveDuplicates().isNotEmpty();
        assertThat((long) names.size())
                .isEqualTo(
                        countOf(database, "(select distinct file_hash from media where file_hash is not null) files"));
    }

    /** A table that a migration adds must be named on one side or the other. */
    @Test
    void everyTableIsExportedOrKnownNotToBe() throws Exception {
        Set<String> tables = new TreeSet<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select lower(table_name) from information_schema.tables"
                        + " where table_schema = current_schema order by table_name")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        tables.removeAll(NOT_EXPORTED);
        assertThat(tables)
                .isEqualTo(Stream.of(ExportedTable.values())
                        .map(ExportedTable::table)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    Path export(DataSource from, String name) throws IOException {
        return export(from, folder.resolve(name + ".ndjson"));
    }

    static Path export(DataSource from, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                Snapshot snapshot = Snapshot.of(from)) {
            new ContentExport(snapshot, new LineOutput(out)).write(Instant.parse("2026-11-30T06:00:00Z"));
        }
        return file;
    }

    /** Databases order ids and texts differently. */
    static List<String> rows(Path export) throws IOException {
        try (Stream<String> lines = Files.lines(export)) {
            return lines.sorted().toList();
        }
    }

    static DataSource embedded() {
        JdbcDataSource other = new JdbcDataSource();
        other.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;NON_KEYWORDS=KEY");
        return migrated(other, "h2");
    }

    static DataSource migrated(DataSource other, String kind) {
        Flyway.configure()
                .dataSource(other)
                .locations("db/migration/common", "db/migration/" + kind)
                .load()
                .migrate();
        return other;
    }

    static long countOf(DataSource from, String table) throws SQLException {
        try (Connection connection = from.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
