package press.gazette.exporter.restoration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import press.gazette.exporter.format.ExportedTable;
import press.gazette.exporter.format.LineReader;
import press.gazette.exporter.format.Part;
import press.gazette.exporter.format.TableColumns;

/** An export every line of which can be read, with the places of its parts. */
final class CheckedExport {

    /** The member of the first line and of the last one. */
    private static final String NAME = "gazette";

    /** Enough for one round of mending a file by hand. */
    private static final int MOST_FAULTS = 100;

    private final Path file;
    private final TableColumns columns;
    private final Map<Part, Place> places = new EnumMap<>(Part.class);
    private final List<UnreadableExport.Fault> faults = new ArrayList<>();
    private @Nullable Part current;
    private int lines;
    private int articles;
    private boolean ended;

    /**
     * The lines of a part.
     *
     * @param offset in bytes
     * @param line the number of the line before the first
     */
    private record Place(long offset, int line, int lines) {}

    /** Takes the rows of a part one by one. */
    interface Rows {
        void take(ExportRow row) throws IOException;
    }

    private CheckedExport(Path file, TableColumns columns) {
        this.file = file;
        this.columns = columns;
    }

    /**
     * Reads all lines.
     *
     * @throws UnreadableExport with the first mistakes
     */
    static CheckedExport check(Path file, TableColumns columns) {
        CheckedExport checked = new CheckedExport(file, columns);
        try (LineReader reader = new LineReader(file)) {
            checked.read(reader);
        } catch (IOException e) {
            checked.faults.add(new UnreadableExport.Fault(checked.lines + 1, String.valueOf(e.getMessage())));
        }
        if (checked.faults.isEmpty() && !checked.ended) {
            checked.fault(0, "The file is cut off: its last line must be {\"gazette\":\"end\",…}.");
        }
        if (!checked.faults.isEmpty()) {
            throw new UnreadableExport(checked.faults);
        }
        return checked;
    }

    private void read(LineReader reader) throws IOException {
        long offset = reader.offset();
        byte[] line = reader.next();
        while (line != null && faults.size() < MOST_FAULTS) {
            try {
                check(ExportRow.members(line, reader.number()), reader.number(), offset);
            } catch (UnreadableExport e) {
                faults.addAll(e.faults());
                if (reader.number() == 1) {
                    return;
                }
            }
            lines = reader.number();
            offset = reader.offset();
            line = reader.next();
        }
    }

    private void check(Map<String, Object> members, int line, long offset) {
        Object name = members.get(NAME);
        if (line == 1) {
            checkHead(members);
        } else if (ended) {
            fault(line, "It is behind the end of the export.");
        } else if ("end".equals(name)) {
            ended = true;
            if (!Integer.valueOf(line - 1).equals(members.get("lines"))) {
                fault(line, "The export had " + members.get("lines") + " lines, and " + (line - 1) + " are here.");
            }
        } else {
            place(ExportRow.of(members, line, columns).table(), line, offset);
        }
    }

    private void checkHead(Map<String, Object> members) {
        if (!"export".equals(members.get(NAME))) {
            throw UnreadableExport.at(
                    1, "It must be the beginning of an export of Gazette: {\"gazette\":\"export\",\"format\":1,…}.");
        }
        if (!Integer.valueOf(LineReader.FORMAT).equals(members.get("format"))) {
            throw UnreadableExport.at(
                    1,
                    "The format is " + members.get("format") + "; this release reads format " + LineReader.FORMAT
                            + ".");
        }
    }

    private void place(ExportedTable table, int line, long offset) {
        Part part = Part.of(table);
        Place known = places.get(part);
        if (known == null) {
            places.put(part, new Place(offset, line - 1, 1));
        } else if (part == current) {
            places.put(part, new Place(known.offset(), known.line(), known.lines() + 1));
        } else {
            fault(line, "Rows of " + table.row() + " must follow those from line " + (known.line() + 1) + " on.");
        }
        current = part;
        articles += table == ExportedTable.ARTICLE ? 1 : 0;
    }

    private void fault(int line, String detail) {
        faults.add(new UnreadableExport.Fault(line, detail));
    }

    /** Reads the rows of a part. */
    void forEach(Part part, Rows rows) {
        Optional<Place> place = Optional.ofNullable(places.get(part));
        if (place.isEmpty()) {
            return;
        }
        try (LineReader reader =
                new LineReader(file, place.get().offset(), place.get().line())) {
            for (int i = 0; i < place.get().lines(); i++) {
                byte[] line = reader.next();
                if (line == null) {
                    throw new IOException("The file has become shorter.");
                }
                rows.take(ExportRow.of(ExportRow.members(line, reader.number()), reader.number(), columns));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file of an export cannot be read", e);
        }
    }

    /** The number of its lines. */
    int lines() {
        return lines;
    }

    int articles() {
        return articles;
    }
}
