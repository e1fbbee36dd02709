package press.gazette.exporter;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import press.gazette.exporter.format.ExportedTable;
import press.gazette.exporter.format.LineReader;
import press.gazette.exporter.format.Part;
import press.gazette.exporter.format.TableColumns;
import press.gazette.json.Json;

/** One export, from the first line to the last, of one state of the database. Rows are read and sent in batches. */
final class ContentExport {

    private final Snapshot snapshot;
    private final Lines output;
    private long lines;

    /** Takes the lines, without their ends. */
    interface Lines {
        void write(byte[] line) throws IOException;

        /** Sends what was written. */
        void flush() throws IOException;
    }

    ContentExport(Snapshot snapshot, Lines output) {
        this.snapshot = snapshot;
        this.output = output;
    }

    /** Writes everything. */
    void write(Instant now) throws IOException {
        try {
            TableColumns columns = TableColumns.read(snapshot.connection());
            line("export", Map.of("format", LineReader.FORMAT, "at", now.toString()));
            // The client gets the head of the response before the deadline of a read, however long the first rows take.
            output.flush();
            for (Part part : Part.values()) {
                for (ExportedTable table : part.tables()) {
                    write(new TableReader(table, columns));
                }
            }
            line("end", Map.of("lines", lines));
        } catch (SQLException e) {
            throw new IllegalStateException("The content cannot be read", e);
        }
    }

    private void write(TableReader reader) throws SQLException, IOException {
        List<byte[]> rows = reader.next(snapshot.connection());
        while (!rows.isEmpty()) {
            send(rows);
            rows = reader.next(snapshot.connection());
        }
    }

    private void line(String name, Map<String, Object> members) throws IOException {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("gazette", name);
        line.putAll(new TreeMap<>(members));
        send(List.of(Json.bytes(line)));
    }

    private void send(List<byte[]> some) throws IOException {
        for (byte[] line : some) {
            output.write(line);
        }
        lines += some.size();
    }
}
