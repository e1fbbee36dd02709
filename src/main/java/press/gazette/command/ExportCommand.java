package press.gazette.command;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

import press.gazette.exporter.format.Tar;

/** Writes everything into a file. The file has its name once it is whole. */
final class ExportCommand {

    private static final int TAIL = 200;
    private static final double MIB = 1 << 20;

    private final Arguments arguments;
    private final Server server;
    private final PrintStream out;

    ExportCommand(Arguments arguments, Server server, PrintStream out) {
        this.arguments = arguments;
        this.server = server;
        this.out = out;
    }

    int run() {
        Path file = Path.of(arguments.operands().get(0));
        Path part = file.resolveSibling(file.getFileName() + ".part");
        boolean archive = arguments.has("--files");
        if (Files.exists(file)) {
            throw new Failure(Exit.CANNOT_WRITE, "The file " + file + " exists already.");
        }
        try {
            try (InputStream content = server.stream("/v1/desk/export" + (archive ? "?files=true" : ""))) {
                Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
            }
            Ending ending = archive ? ofArchive(part) : new Ending(tail(part), "");
            if (!ending.line().contains("{\"gazette\":\"end\"")) {
                throw new Failure(Exit.FAILED, "The export is not complete: " + part);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            out.printf(Locale.ROOT, "%s: %.1f MiB%n", file, Files.size(file) / MIB);
            if (!ending.missing().isEmpty()) {
                out.println("The store does not have these files of media: " + ending.missing());
                return Exit.WITH_LOSSES;
            }
            return Exit.DONE;
        } catch (IOException e) {
            throw new Failure(Exit.CANNOT_WRITE, "The file " + part + " cannot be written: " + e);
        }
    }

    /**
     * The end of an export.
     *
     * @param line the last line of the content
     * @param missing hashes of files that the store does not have; empty: none
     */
    private record Ending(String line, String missing) {}

    private static Ending ofArchive(Path file) throws IOException {
        String line = "";
        String missing = "";
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            Tar.Entry entry = Tar.next(in);
            while (entry != null) {
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                boolean isText =
                        entry.name().startsWith("content/") || entry.name().equals(Tar.MISSING);
                Tar.read(entry, in, isText ? content : OutputStream.nullOutputStream());
                String text = content.toString(StandardCharsets.UTF_8).strip();
                line = entry.name().startsWith("content/") ? text.substring(text.lastIndexOf('\n') + 1) : line;
                missing = entry.name().equals(Tar.MISSING) ? text.replace("\n", ", ") : missing;
                entry = Tar.next(in);
            }
        }
        return new Ending(line, missing);
    }

    private static String tail(Path file) throws IOException {
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
            content.seek(Math.max(0, content.length() - TAIL));
            byte[] tail = new byte[(int) Math.min(TAIL, content.length())];
            content.readFully(tail);
            return new String(tail, StandardCharsets.ISO_8859_1);
        }
    }
}
