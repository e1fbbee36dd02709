package press.gazette.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads a database table by table, bypassing the server. */
final class DatabaseAudit implements AutoCloseable {

    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    interface Closing {
        void run() throws IOException;
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Connection connection;
    private final Closing closing;

    DatabaseAudit(Connection connection, Closing closing) {
        this.connection = connection;
        this.closing = closing;
    }

    /** Asserts that the numbers of the ledger have no gap and end at its head, and that its times never go back. */
    void assertLedgerIsSound() throws SQLException {
        List<Long> numbers = list("select seq from change order by seq", row -> row.getLong(1));
        for (int i = 0; i < numbers.size(); i++) {
            assertThat(numbers.get(i)).as("number in the ledger").isEqualTo(i + 1L);
        }
        assertThat(number("select seq from ledger_head"))
                .as("head of the ledger")
                .isEqualTo(numbers.size());
        List<Instant> times = list(
                "select at from change order by seq",
                row -> row.getObject(1, OffsetDateTime.class).toInstant());
        assertThat(times).as("times in the ledger").isSorted();
    }

    /** All articles by their slugs. Fails if the audit log or the ledger names an article that does not exist. */
    Map<String, StoredArticle> articles() throws SQLException {
        Map<String, List<String>> saved = grouped(
                "select article_id, content from article_revision order by number", row -> title(row.getString(2)));
        Map<String, List<String>> audited = grouped(
                "select subject, action, version from audit where subject like 'article:%' order by version",
                row -> row.getString(2) + " " + row.getInt(3));
        Map<String, List<String>> ledger = grouped(
                "select subject, kind from change where subject like 'article:%' order by seq",
                row -> row.getString(2));
        Map<String, List<Boolean>> listed = grouped("select article_id, listed from tagging", row -> row.getBoolean(2));
        Set<String> responses = new HashSet<>(list(
                "select idempotency_key, location from idempotency where finished_at is not null",
                row -> row.getString(1) + row.getString(2)));
        Set<String> ids = new HashSet<>();
        Map<String, StoredArticle> articles = new HashMap<>();
        list("select id, slug, status, title, version from article", row -> {
            String id = row.getString(1);
            ids.add(id);
            return articles.put(
                    row.getString(2),
                    new StoredArticle(
                            row.getString(3),
                            row.getString(4),
                            row.getInt(5),
                            saved.getOrDefault(id, List.of()),
                            audited.getOrDefault(id, List.of()),
                            ledger.getOrDefault(id, List.of()),
                            listed.getOrDefault(id, List.of()),
                            responses.contains(row.getString(2) + "/v1/desk/articles/" + id)));
        });
        assertThat(ids).as("articles in the audit log").containsAll(audited.keySet());
        assertThat(ids).as("articles in the ledger").containsAll(ledger.keySet());
        return articles;
    }

    long number(String sql) throws SQLException {
        return list(sql, row -> row.getLong(1)).get(0);
    }

    /** The database's clock. */
    Instant now() throws SQLException {
        return list(
                        "select clock_timestamp()",
                        row -> row.getObject(1, OffsetDateTime.class).toInstant())
                .get(0);
    }

    <T> List<T> list(String sql, Row<T> reading, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reading.read(result));
                }
            }
            return rows;
        }
    }

    /** Groups rows by the article in the first column, given by its id or as a subject. */
    private <T> Map<String, List<T>> grouped(String sql, Row<T> reading) throws SQLException {
        Map<String, List<T>> groups = new HashMap<>();
        list(
                sql,
                row -> groups.computeIfAbsent(row.getString(1).replace("article:", ""), id -> new ArrayList<>())
                        .add(reading.read(row)));
        return groups;
    }

    private static String title(String draft) {
        try {
            return JSON.readTree(draft).path("title").asText();
        } catch (IOException e) {
            throw new AssertionError("A revision that is cut off: " + draft, e);
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        connection.close();
        closing.run();
    }
}
