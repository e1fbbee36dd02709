package press.gazette.exporter;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import press.gazette.exporter.format.Tar;

/**
 * An export with files as an archive. The lines are cut into files of some megabytes: an archive tells the size of a file before
 * its content, and that of all lines is not known.
 */
final class TarOutput implements ContentExport.Lines {

    private static final int PIECE = 8 << 20;

    private final OutputStream out;
    private final ByteArrayOutputStream piece = new ByteArrayOutputStream();
    private int pieces;

    TarOutput(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(byte[] line) throws IOException {
        piece.write(line);
        piece.write('\n');
        if (piece.size() >= PIECE) {
            endLines();
        }
    }

    @Override
    public void flush() throws IOException {
        endLines();
        out.flush();
    }

    private void endLines() throws IOException {
        if (piece.size() > 0) {
            pieces++;
            String name = String.format(Locale.ROOT, "content/%06d.ndjson", pieces);
            Tar.write(name, piece.size(), new ByteArrayInputStream(piece.toByteArray()), out);
            piece.reset();
        }
    }

    /** Writes a file of the store. */
    void file(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            Tar.write("files/" + file.getFileName(), Files.size(file), content, out);
        }
    }

    /** Writes the end; files that the store does not have are named before it. */
    void end(List<String> missing) throws IOException {
        if (!missing.isEmpty()) {
            byte[] names = (String.join("\n", missing) + "\n").getBytes(StandardCharsets.UTF_8);
            Tar.write(Tar.MISSING, names.length, new ByteArrayInputStream(names), out);
        }
        Tar.end(out);
    }
}
