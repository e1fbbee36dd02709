package press.gazette.command;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import press.gazette.json.Json;

/** The lines of a report by their kinds, with some examples each: a page with all of them would be as long as the newspaper. */
final class Report {

    static final int EXAMPLES = 20;

    private final Map<String, Group> outcomes = new TreeMap<>();
    private final Map<String, Group> codes = new TreeMap<>();

    /** Items of one kind. */
    static final class Group {

        private final List<Example> examples = new ArrayList<>();
        private long count;

        private void add(Example example) {
            count++;
            if (examples.size() < EXAMPLES) {
                examples.add(example);
            }
        }

        long count() {
            return count;
        }

        List<Example> examples() {
            return examples;
        }
    }

    /**
     * An item.
     *
     * @param line of the file; empty: not known
     * @param article its id here; empty: none
     */
    record Example(String title, String id, String line, String article, String detail) {}

    private Report() {}

    static Report read(Path file) throws IOException {
        Report report = new Report();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            String line = lines.readLine();
            while (line != null) {
                report.add(Json.object(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8))));
                line = lines.readLine();
            }
        }
        return report;
    }

    private void add(Map<String, Object> item) {
        List<String> details = new ArrayList<>();
        if (item.get("notes") instanceof List<?> notes) {
            for (Object each : notes) {
                if (each instanceof Map<?, ?> note) {
                    String detail = text(note.get("detail"));
                    details.add(detail);
                    group(codes, text(note.get("code"))).add(example(item, detail));
                }
            }
        }
        group(outcomes, text(item.get("outcome"))).add(example(item, String.join(" ", details)));
    }

    private static Group group(Map<String, Group> groups, String name) {
        return groups.computeIfAbsent(name, fresh -> new Group());
    }

    private static Example example(Map<String, Object> item, String detail) {
        return new Example(
                text(item.get("title")),
                text(item.get("id")),
                text(item.get("line")),
                text(item.get("article")),
                detail);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** True if nothing was left out, changed or lost. */
    boolean isEmpty() {
        return outcomes.isEmpty();
    }

    /** The items by outcome. */
    Map<String, Group> outcomes() {
        return new LinkedHashMap<>(outcomes);
    }

    /** The notes by code. */
    Map<String, Group> codes() {
        return new LinkedHashMap<>(codes);
    }
}
