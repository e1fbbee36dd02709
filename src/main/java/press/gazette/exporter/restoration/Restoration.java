package press.gazette.exporter.restoration;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;

import press.gazette.body.Body;
import press.gazette.change.Removal;
import press.gazette.exporter.format.Column;
import press.gazette.exporter.format.Part;
import press.gazette.exporter.format.TableColumns;
import press.gazette.json.Json;

/**
 * Writes an export into an empty database, in one transaction: readers see all of it or nothing, and a process that is killed
 * leaves nothing. The ledger comes along, so that dates which feeds take from it stay the same; its numbers go on behind those
 * that the database has used.
 */
public final class Restoration {

    /** The states of an import that goes on. */
    private static final Set<String> UNFINISHED = Set.of("receiving", "running", "undoing");

    /** The subject of the last change before all others. */
    private static final String BEGINNING = "-";

    /** Whatever the file says, the next change needs a number that no change has. */
    private static final String HEAD_BEHIND_ALL = """
            update ledger_head set seq = (select max(c.seq) from change c), at = (
                select case when ledger_head.at < d.at then d.at else ledger_head.at end from change d
                where d.seq = (select max(e.seq) from change e))
            where id = 1 and seq < (select max(f.seq) from change f)""";

    /** Lines between two reports of progress. */
    private static final int STEP = 500;

    private final TableColumns columns;
    private final Connection connection;
    private final Target target;
    private final CheckedExport file;
    private final Run run;
    private final Map<Object, Object> liveRevisions = new LinkedHashMap<>();
    private long offset;
    private int done;
    private int kept;

    /**
     * The end of an import.
     *
     * @param complete false if it was stopped; then nothing is stored
     * @param kept lines of records that were here already: of former imports and of the audit
     */
    public record Result(boolean complete, int lines, int articles, int kept) {}

    /** The import that writes the file. */
    public interface Run {

        /** Differs among the runs of one file, which may overlap: each has files of its own. */
        default int number() {
            return 1;
        }

        /** Is asked from time to time, with the number of lines that are done; false stops it. */
        boolean goesOn(int lines);

        /**
         * Records the end in the transaction of the last row: a process that is killed leaves both or nothing. Returns false if
         * it was stopped meanwhile, and nothing is to be stored.
         */
        default boolean end(Connection connection, Result result) throws SQLException {
            return true;
        }
    }

    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private Restoration(TableColumns columns, Connection connection, CheckedExport file, Run run) {
        this.columns = columns;
        this.connection = connection;
        this.target = new Target(connection);
        this.file = file;
        this.run = run;
    }

    /**
     * Imports a file.
     *
     * @param dryRun true: all of it is written and nothing stays
     * @throws UnreadableExport if the file has mistakes, or the database has content
     */
    public static Result of(Path file, DataSource database, boolean dryRun, Run run) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                TableColumns columns = TableColumns.read(connection);
                connection.rollback();
                CheckedExport checked = CheckedExport.check(file, columns);
                Restoration restoration = new Restoration(columns, connection, checked, run);
                boolean written = restoration.write();
                Result whole = new Result(true, checked.lines(), checked.articles(), restoration.kept);
                boolean complete = written && (dryRun || run.end(connection, whole));
                if (complete && !dryRun) {
                    connection.commit();
                }
                return complete ? whole : new Result(false, checked.lines(), checked.articles(), restoration.kept);
            } finally {
                // After the commit there is nothing left to take back.
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The export cannot be written", e);
        }
    }

    private boolean write() throws SQLException {
        target.lock();
        offset = number("select seq from ledger_head where id = 1");
        target.requireEmpty();
        try {
            for (Part part : Part.values()) {
                write(part);
            }
            execute(HEAD_BEHIND_ALL);
            boolean complete = run.goesOn(file.lines());
            target.requireSlugsOnce();
            return complete;
        } catch (Stopped stopped) {
            return false;
        }
    }

    private void write(Part part) throws SQLException {
        if (part == Part.LEDGER_STATE) {
            execute("delete from last_change where subject <> ?", BEGINNING);
        }
        try (RowWriter rows = new RowWriter(connection, columns)) {
            file.forEach(part, row -> write(row, rows));
        } catch (Failed failed) {
            throw failed.cause;
        }
        if (part == Part.CURATION) {
            setLiveRevisions();
        }
        if (part == Part.CHANGES) {
            Removal.storeAll(connection);
        }
        if (part == Part.IMPORTS) {
            execute("update import_job set ended_at = created_at where state = 'stopped' and ended_at is null");
        }
    }

    /** Carries a failure through the reading of lines. */
    private static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient SQLException cause;

        private Failed(SQLException cause) {
            super(cause);
            this.cause = cause;
        }
    }

    private void write(ExportRow row, RowWriter rows) {
        done++;
        if (done % STEP == 0 && !run.goesOn(done)) {
            throw new Stopped();
        }
        try {
            if (target.has(row)) {
                kept++;
                return;
            }
            switch (row.table()) {
                case LIST -> {
                    Object live = row.value("live_id");
                    if (live != null) {
                        liveRevisions.put(Objects.requireNonNull(row.value("id")), live);
                    }
                    rows.insert(row.with("live_id", null));
                }
                case ARTICLE -> rows.insert(rendered(row));
                case IMPORT_JOB -> rows.insert(ended(row));
                case SITE -> update(row, rows);
                case CHANGE -> rows.insert(row.with("seq", moved(row, "seq")));
                case LAST_CHANGE -> lastChange(row.with("seq", moved(row, "seq")), rows);
                case COMPACTION ->
                    update(row.with("compacted", moved(row, "compacted")).with("pruned", moved(row, "pruned")), rows);
                case LEDGER -> end(row);
                default -> rows.insert(row);
            }
        } catch (SQLException e) {
            throw new Failed(e);
        }
    }

    /** The files of an import that had not ended are not here: it is stopped. */
    private static ExportRow ended(ExportRow row) {
        ExportRow ended = row.with("leased_to", null).with("announcement_due", false);
        return UNFINISHED.contains(String.valueOf(row.value("state"))) ? ended.with("state", "stopped") : ended;
    }

    /** Readers get the stored HTML of a body unchecked, so it is made of the body here and never taken from a file. */
    private static ExportRow rendered(ExportRow row) {
        Object stored = row.value("body");
        if (stored == null) {
            return row.with("html", null).with("html_version", null);
        }
        Body body = Json.fromColumn(stored.toString(), Body.class);
        boolean changes = !body.articles().isEmpty();
        return row.with("html", changes ? null : body.html()).with("html_version", changes ? null : Body.HTML_VERSION);
    }

    /** Every database has the row of the beginning. */
    private void lastChange(ExportRow row, RowWriter rows) throws SQLException {
        if (BEGINNING.equals(row.value("subject"))) {
            execute(
                    "update last_change set seq = ?, at = ? where subject = ?",
                    Objects.requireNonNull(row.value("seq")),
                    Objects.requireNonNull(row.value("at")),
                    BEGINNING);
        } else {
            rows.insert(row);
        }
    }

    /** A number of the ledger behind those that this database has used. */
    private long moved(ExportRow row, String name) {
        return Math.addExact((long) Objects.requireNonNull(row.value(name)), offset);
    }

    /** The head of the ledger never goes back, neither in number nor in time. */
    private void end(ExportRow row) throws SQLException {
        execute(
                "update ledger_head set seq = ?, at = case when at < ? then ? else at end where id = 1",
                moved(row, "seq"),
                Objects.requireNonNull(row.value("at")),
                Objects.requireNonNull(row.value("at")));
    }

    /** Writes a row into one that every database has, after those that it refers to. */
    private void update(ExportRow row, RowWriter rows) throws SQLException {
        rows.flush();
        StringBuilder text = new StringBuilder();
        List<Object> values = new ArrayList<>();
        for (Map.Entry<Column, Object> each : row.values().entrySet()) {
            if (each.getKey().name().equals("id")) {
                continue;
            }
            text.append(text.isEmpty() ? "" : ", ").append(each.getKey().name()).append(" = ?");
            values.add(each.getValue());
        }
        execute("update " + row.table().table() + " set " + text + " where id = 1", values.toArray());
    }

    private void setLiveRevisions() throws SQLException {
        for (Map.Entry<Object, Object> list : liveRevisions.entrySet()) {
            execute("update curated_list set live_id = ? where id = ?", list.getValue(), list.getKey());
        }
    }

    private void execute(String text, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private long number(String text) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
