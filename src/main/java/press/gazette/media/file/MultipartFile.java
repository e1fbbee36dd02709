package press.gazette.media.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The file in a form ({@code multipart/form-data}, RFC 7578) that has nothing else, read piece by piece. */
final class MultipartFile extends InputStream {

    private static final int BUFFER = 65_536;
    private static final int LONGEST_HEAD = 8_192;
    private static final int LONGEST_BOUNDARY = 70;

    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final InputStream form;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[BUFFER];
    private int start;
    private int end;
    private boolean isOver;

    private MultipartFile(InputStream form, String boundary) {
        this.form = form;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * Reads up to the beginning of the file.
     *
     * @throws MalformedForm if the form does not begin with its boundary and the head of a part
     */
    static MultipartFile of(InputStream form, String boundary) throws IOException {
        if (boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY) {
            throw new MalformedForm("A form needs a boundary of 1 to " + LONGEST_BOUNDARY + " characters.");
        }
        MultipartFile file = new MultipartFile(form, boundary);
        file.skipHead();
        return file;
    }

    /** A form that cannot be read. */
    static final class MalformedForm extends IOException {

        MalformedForm(String fault) {
            super(fault);
        }
    }

    private void skipHead() throws IOException {
        int at = -1;
        while (at < 0 && end < LONGEST_HEAD && fill()) {
            at = indexOf(END_OF_HEAD, 0);
        }
        String first = new String(delimiter, 2, delimiter.length - 2, StandardCharsets.ISO_8859_1) + "\r\n";
        if (at < 0
                || !new String(buffer, 0, Math.min(end, first.length()), StandardCharsets.ISO_8859_1).equals(first)) {
            throw new MalformedForm("The form must begin with its boundary and the head of a part.");
        }
        // An empty file ends at once: its delimiter begins with the end of the head.
        start = at + END_OF_HEAD.length - 2;
        if (!startsWithDelimiter()) {
            start += 2;
        }
    }

    private boolean startsWithDelimiter() throws IOException {
        while (end - start < delimiter.length && fill()) {
            // Reads on.
        }
        return indexOf(delimiter, start) == start;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!isOver) {
            int found = indexOf(delimiter, start);
            int free = found >= 0 ? found - start : end - start - delimiter.length + 1;
            if (free > 0) {
                int given = Math.min(free, length);
                System.arraycopy(buffer, start, to, offset, given);
                start += given;
                return given;
            }
            if (found >= 0) {
                finish();
            } else if (!fill()) {
                throw new IOException("The form ends before its boundary.");
            }
        }
        return -1;
    }

    /** Makes sure that no further part follows. */
    private void finish() throws IOException {
        start += delimiter.length;
        while (end - start < 2 && fill()) {
            // Reads on.
        }
        if (end - start < 2 || buffer[start] != '-' || buffer[start + 1] != '-') {
            throw new MalformedForm("The form must have one part, the file.");
        }
        isOver = true;
    }

    /** Reads more into the buffer; false at the end of the form. */
    private boolean fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        int read = form.read(buffer, end, buffer.length - end);
        end += Math.max(0, read);
        return read > 0;
    }

    private int indexOf(byte[] wanted, int from) {
        for (int i = from; i <= end - wanted.length; i++) {
            int same = 0;
            while (same < wanted.length && buffer[i + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return i;
            }
        }
        return -1;
    }
}
