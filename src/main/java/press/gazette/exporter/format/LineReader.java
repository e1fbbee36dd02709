package press.gazette.exporter.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/** Reads a file line by line, from any place. */
public final class LineReader implements AutoCloseable {

    /** The format of the lines. A release reads exports of its own format only. */
    public static final int FORMAT = 1;

    /** Editors' content may take a 192nd of the heap; an article with all of its columns has it some times. */
    private static final int LONGEST =
            (int) Math.min(64 << 20, Runtime.getRuntime().maxMemory() / 16);

    private static final int BUFFER = 1 << 16;

    private final InputStream input;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int filled;
    private long offset;
    private int number;

    public LineReader(Path file) throws IOException {
        this(file, 0, 0);
    }

    /**
     * Reads from a place on.
     *
     * @param number of the line before
     */
    public LineReader(Path file, long offset, int number) throws IOException {
        this.input = Files.newInputStream(file);
        this.input.skipNBytes(offset);
        this.offset = offset;
        this.number = number;
    }

    /**
     * The next line without its end; null behind the last one.
     *
     * @throws IOException if it is too long, or the file cannot be read
     */
    public byte @Nullable [] next() throws IOException {
        if (isAtEnd()) {
            return null;
        }
        number++;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean ended = false;
        while (!ended && !isAtEnd()) {
            int end = position;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            line.write(buffer, position, end - position);
            ended = end < filled;
            offset += end - position + (ended ? 1 : 0);
            position = ended ? end + 1 : end;
            if (line.size() > LONGEST) {
                throw new IOException("The line has more than " + LONGEST + " bytes.");
            }
        }
        return line.toByteArray();
    }

    /** Fills the buffer if it is used up; true if nothing is left. */
    private boolean isAtEnd() throws IOException {
        if (position == filled) {
            filled = Math.max(0, input.read(buffer));
            position = 0;
        }
        return filled == 0;
    }

    /** The place of the next line. */
    public long offset() {
        return offset;
    }

    /** The number of the last line that was read, from 1; 0 before the first. */
    public int number() {
        return number;
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
