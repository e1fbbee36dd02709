package press.gazette.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Imports files one after the other, tells how far it is, and writes a report of each. */
final class ImportCommand {

    private static final String IMPORTS = "/v1/desk/imports";

    private static final Set<String> UNDER_WAY = Set.of("running", "undoing");

    /** Set by the launcher, which knows. */
    private static final String TERMINAL = "internal.terminal";

    private static final long PAUSE_MILLIS = 500;

    private static final String LINES = ".ndjson";
    private static final String PAGE = ".html";

    private final Arguments arguments;
    private final Server server;
    private final boolean stays;
    private final PrintStream out;

    ImportCommand(Arguments arguments, Server server, boolean stays, PrintStream out) {
        this.arguments = arguments;
        this.server = server;
        this.stays = stays;
        this.out = out;
    }

    int run() {
        List<Path> files = arguments.operands().stream().map(Path::of).toList();
        for (Path file : files) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new Failure(Exit.NO_INPUT, "The file " + file + " cannot be read.");
            }
        }
        int exit = Exit.DONE;
        for (Path file : files) {
            int one = run(file);
            if (one != Exit.DONE && one != Exit.WITH_LOSSES) {
                return one;
            }
            exit = Math.max(exit, one);
        }
        return exit;
    }

    private int run(Path file) {
        String named = arguments.value("--format");
        String format = named != null
                ? named
                : FileFormat.of(file)
                        .orElseThrow(
                                () -> Failure.usage("The format of " + file + " is not known: name it with --format."));
        out.println("Sending " + file + " (" + format + ")" + (arguments.has("--dry-run") ? ", a dry run" : ""));
        Map<String, Object> job = server.post(IMPORTS, parameters(format), file);
        String id = String.valueOf(job.get("id"));
        out.println("Import " + id);
        Map<String, Object> ended = awaited(server, id, FileFormat.items(file, format), out);
        return end(file, id, ended);
    }

    private Map<String, String> parameters(String format) {
        Map<String, String> parameters = new HashMap<>(Map.of("format", format));
        if (arguments.has("--dry-run")) {
            parameters.put("dryRun", "true");
        }
        for (String option : List.of("media", "since")) {
            String value = arguments.value("--" + option);
            if (value != null) {
                parameters.put(option, value);
            }
        }
        String mapping = arguments.value("--mapping");
        if (mapping != null) {
            try {
                parameters.put("mapping", Files.readString(Path.of(mapping)));
            } catch (IOException e) {
                throw new Failure(Exit.NO_INPUT, "The mapping " + mapping + " cannot be read.");
            }
        }
        return parameters;
    }

    /** Waits for the end of an import and shows its progress. */
    static Map<String, Object> awaited(Server server, String id, long total, PrintStream out) {
        ProgressLine progress = new ProgressLine(out, total, Boolean.getBoolean(TERMINAL), System.nanoTime());
        Map<String, Object> job = server.get(IMPORTS + "/" + id);
        while (UNDER_WAY.contains(String.valueOf(job.get("state")))) {
            progress.at(number(job, "read"), number(job, "leftOut") + number(job, "failed"), System.nanoTime());
            pause();
            job = server.get(IMPORTS + "/" + id);
        }
        progress.at(number(job, "read"), number(job, "leftOut") + number(job, "failed"), System.nanoTime());
        progress.end();
        return job;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(
                    Exit.FAILED, "Interrupted. The import goes on while a server runs, or at its next start.");
        }
    }

    static long number(Map<String, Object> job, String member) {
        return job.get(member) instanceof Number number ? number.longValue() : 0;
    }

    private int end(Path file, String id, Map<String, Object> job) {
        Report report = report(file, id, job);
        out.printf(
                "%s: %d read, %d created, %d updated, %d unchanged, %d left out, %d failed%n",
                job.get("state"),
                number(job, "read"),
                number(job, "created"),
                number(job, "updated"),
                number(job, "unchanged"),
                number(job, "leftOut"),
                number(job, "failed"));
        Object fault = job.get("fault");
        if (fault != null) {
            out.println(fault);
            return Exit.UNREADABLE;
        }
        if (!"done".equals(job.get("state"))) {
            return Exit.FAILED;
        }
        return report.isEmpty() ? Exit.DONE : Exit.WITH_LOSSES;
    }

    /** Writes the report as NDJSON and as a page into the working folder, beside earlier ones. */
    private Report report(Path file, String id, Map<String, Object> job) {
        String source = String.valueOf(file.getFileName());
        String name = freeName(source + ".report");
        Path lines = Path.of(name + LINES);
        Path page = Path.of(name + PAGE);
        try {
            try (InputStream content = server.stream(IMPORTS + "/" + id + "/report")) {
                Files.copy(content, lines);
            }
            Report report = Report.read(lines);
            String site = stays ? server.base().toString() : "";
            Files.writeString(page, new ReportPage(source, job, report, site).html());
            out.println("Report: " + page + ", " + lines);
            return report;
        } catch (IOException e) {
            throw new Failure(Exit.CANNOT_WRITE, "The report cannot be written: " + e.getMessage());
        }
    }

    /** Files of one name, and several runs with one file, have a report each. */
    static String freeName(String wished) {
        String name = wished;
        int number = 2;
        while (Files.exists(Path.of(name + LINES)) || Files.exists(Path.of(name + PAGE))) {
            name = wished + "-" + number;
            number++;
        }
        return name;
    }
}
