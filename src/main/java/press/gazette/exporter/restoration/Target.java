package press.gazette.exporter.restoration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import press.gazette.tag.VocabularyLock;

/**
 * The database that an export goes into. It has no content, but it may have records of its own: former imports, and the audit.
 * Those of the file that are here already stay as they are here.
 */
final class Target {

    /** Content that an export cannot be added to. */
    private static final List<String> CONTENT = List.of(
            "article", "tag", "media", "curated_list", "curated_page", "site_revision", "old_address", "media_file");

    /** A slug that is twice in tables that no constraint spans. One article or tag never has it twice. */
    private static final Map<String, String> SLUGS = Map.of(
            "articles", "select o.slug from article_alias o join article a on a.slug = o.slug limit 1", "tags", """
            select n.slug from (select slug from tag union all select slug from tag_alias union all
                select slug from tag_working_slug) n group by n.slug having count(*) > 1 limit 1""");

    private final Connection connection;
    private final Set<Object> imports = new HashSet<>();
    private @Nullable OffsetDateTime firstWrite;

    Target(Connection connection) {
        this.connection = connection;
    }

    /** Blocks other writers until the transaction ends: no tag is written, on PostgreSQL no article, and nothing becomes public. */
    void lock() throws SQLException {
        VocabularyLock.lock(connection);
        execute("select id from ledger_head where id = 1 for update");
    }

    /** Rejects a database with content, and notes the records of one without. */
    void requireEmpty() throws SQLException {
        for (String table : CONTENT) {
            if (execute("select 1 from " + table + " limit 1") != null) {
                throw UnreadableExport.at(
                        0,
                        "This Gazette has content (" + table.replace('_', ' ')
                                + "); an export goes into an empty one only. Nothing is changed.");
            }
        }
        try (PreparedStatement statement = connection.prepareStatement("delete from imported_file")) {
            // Addresses from which media were copied, all of which are removed: the file may have the same ones.
            statement.executeUpdate();
        }
        try (PreparedStatement statement = connection.prepareStatement("select id from import_job");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                imports.add(rows.getObject(1));
            }
        }
        try (PreparedStatement statement = connection.prepareStatement("select min(at) from audit");
                ResultSet rows = statement.executeQuery()) {
            firstWrite = rows.next() ? rows.getObject(1, OffsetDateTime.class) : null;
        }
    }

    /** True for a row of an import, or of the audit, that is here already. */
    boolean has(ExportRow row) throws SQLException {
        return switch (row.table()) {
            case IMPORT_JOB -> imports.contains(row.value("id"));
            case IMPORT_ENTRY, IMPORT_REMAINDER -> imports.contains(row.value("job_id"));
            case AUDIT -> mayHave(row) && execute("select 1 from audit where id = ?", row.value("id")) != null;
            default -> false;
        };
    }

    /** Most exports are older than the first write into a new database: their rows cost no statement. */
    private boolean mayHave(ExportRow write) {
        return firstWrite != null && write.value("at") instanceof OffsetDateTime at && !at.isBefore(firstWrite);
    }

    /**
     * Rejects a slug that two articles or two tags have or had: the file may give it twice, or an editor may have taken it meanwhile.
     * All who give slugs do so behind the lock on the numbers of changes at the desk.
     */
    void requireSlugsOnce() throws SQLException {
        execute("select seq from desk_head where id = 1 for update");
        for (Map.Entry<String, String> statement : SLUGS.entrySet()) {
            Object twice = execute(statement.getValue());
            if (twice != null) {
                throw UnreadableExport.at(
                        0,
                        "Two " + statement.getKey() + " have or had the slug " + twice
                                + ": it must lead to one of them. Nothing is changed.");
            }
        }
    }

    /** The first value; null: there is none. */
    private @Nullable Object execute(String text, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, Objects.requireNonNull(values[i]));
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getObject(1) : null;
            }
        }
    }
}
