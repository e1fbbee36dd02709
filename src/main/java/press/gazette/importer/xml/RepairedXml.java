package press.gazette.importer.xml;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

import press.gazette.importer.item.UnreadableFile;

/**
 * Makes well-formed XML of what exports hold, while it streams: characters that XML forbids are dropped, ampersands that begin
 * no entity become text, names of HTML's entities their characters, {@code ]]>} outside of a CDATA section text. No line is
 * added or removed, so that positions stay. A document type is refused: it can name other files, and entities that grow.
 */
public final class RepairedXml extends Reader {

    /** The kinds of repair that were made, with their numbers and first lines. */
    public record Repair(int count, int line) {}

    private static final int LONGEST_ENTITY = 10;
    /** The longest text of an element that is read, in characters: as long as the source of a body may be. */
    public static final int LONGEST_TEXT = 2_000_000;

    /** The parser holds a section, a comment and a tag whole: those that are longer than any body are cut. */
    private static final int LONGEST = LONGEST_TEXT + 2;

    private static final String CDATA = "<![CDATA[";
    private static final String COMMENT = "<!--";

    private static final Map<String, String> ENTITIES = Map.ofEntries(
            Map.entry("nbsp", "\u00a0"),
            Map.entry("ndash", "\u2013"),
            Map.entry("mdash", "\u2014"),
            Map.entry("lsquo", "\u2018"),
            Map.entry("rsquo", "\u2019"),
            Map.entry("ldquo", "\u201c"),
            Map.entry("rdquo", "\u201d"),
            Map.entry("hellip", "\u2026"),
            Map.entry("copy", "\u00a9"),
            Map.entry("euro", "\u20ac"),
            Map.entry("laquo", "\u00ab"),
            Map.entry("raquo", "\u00bb"));

    private enum State {
        TEXT,
        TAG,
        CDATA,
        COMMENT
    }

    private final BufferedReader source;
    private final Deque<Integer> ahead = new ArrayDeque<>();
    private final StringBuilder ready = new StringBuilder();
    private final Map<String, Repair> repairs = new LinkedHashMap<>();
    private State state = State.TEXT;
    private int position;
    private int line = 1;
    private String tail = "";
    private int run;

    public RepairedXml(Reader source) {
        this.source = new BufferedReader(source, 1 << 16);
    }

    public Map<String, Repair> repairs() {
        return repairs;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int written = 0;
        while (written < length) {
            if (position == ready.length()) {
                ready.setLength(0);
                position = 0;
                if (!step()) {
                    break;
                }
                continue;
            }
            buffer[offset + written++] = ready.charAt(position++);
        }
        return written == 0 ? -1 : written;
    }

    /** Reads one character or one piece of markup; false at the end. */
    private boolean step() throws IOException {
        int next = next();
        if (next < 0) {
            return false;
        }
        char character = (char) next;
        if (!isLegal(character)) {
            repair("control-character");
            return true;
        }
        switch (state) {
            case TEXT -> text(character);
            case TAG -> tag(character);
            case CDATA -> inside(character, "]]>");
            case COMMENT -> inside(character, "-->");
        }
        return true;
    }

    private void text(char character) throws IOException {
        if (character == '<') {
            open();
        } else if (character == '&') {
            ampersand();
        } else if (character == '>' && tail.endsWith("]]")) {
            repair("cdata-end");
            ready.append("&gt;");
        } else {
            ready.append(character);
        }
        remember(character);
    }

    private void open() throws IOException {
        if (follows(CDATA.substring(1))) {
            ready.append(CDATA);
            state = State.CDATA;
        } else if (follows(COMMENT.substring(1))) {
            ready.append(COMMENT);
            state = State.COMMENT;
        } else if (follows("!")) {
            throw new UnreadableFile(
                    "The file has a document type at line " + line
                            + ". It could name other files, so the file is not read; remove the line that begins with <!DOCTYPE.");
        } else {
            int next = peek();
            if (next == '/' || next == '?' || next == '_' || Character.isLetter(next)) {
                ready.append('<');
                state = State.TAG;
            } else {
                repair("bare-less-than");
                ready.append("&lt;");
            }
        }
        tail = "";
        run = 0;
    }

    private void tag(char character) throws IOException {
        if (character == '&') {
            ampersand();
            return;
        }
        if (character == '>' || run++ < LONGEST) {
            ready.append(character);
        }
        if (character == '>') {
            state = State.TEXT;
        }
    }

    private void inside(char character, String end) {
        remember(character);
        if (run++ < LONGEST) {
            ready.append(character);
        } else if (tail.equals(end)) {
            ready.append(end);
        }
        if (tail.equals(end)) {
            state = State.TEXT;
            tail = "";
        }
    }

    private void remember(char character) {
        tail = tail.length() < 3 ? tail + character : tail.substring(1) + character;
    }

    private void ampersand() throws IOException {
        StringBuilder name = new StringBuilder();
        while (name.length() <= LONGEST_ENTITY) {
            int next = next();
            if (next < 0) {
                break;
            }
            name.append((char) next);
            if (next == ';' || !(Character.isLetterOrDigit(next) || next == '#')) {
                break;
            }
        }
        String written = name.toString();
        String entity = written.endsWith(";") ? written.substring(0, written.length() - 1) : "";
        if (entity.matches("amp|lt|gt|quot|apos") || isCharacter(entity)) {
            ready.append('&').append(written);
            return;
        }
        String character = ENTITIES.get(entity);
        if (character != null) {
            repair("html-entity");
            ready.append(character);
            return;
        }
        repair("bare-ampersand");
        ready.append("&amp;");
        for (int i = written.length() - 1; i >= 0; i--) {
            unread(written.charAt(i));
        }
    }

    /** True for the number of a character that XML allows. */
    private static boolean isCharacter(String entity) {
        try {
            int point = entity.startsWith("#x")
                    ? Integer.parseInt(entity.substring(2), 16)
                    : entity.startsWith("#") ? Integer.parseInt(entity.substring(1)) : -1;
            return point == '\t'
                    || point == '\n'
                    || point == '\r'
                    || (point >= ' '
                            && Character.isValidCodePoint(point)
                            && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                            && (point & 0xfffe) != 0xfffe);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Surrogates stay: a pair is a legal character, and the decoder lets no other through. */
    private static boolean isLegal(char character) {
        return character >= ' '
                ? character != '\ufffe' && character != '\uffff'
                : character == '\t' || character == '\n' || character == '\r';
    }

    private boolean follows(String text) throws IOException {
        int read = 0;
        while (read < text.length()) {
            int next = next();
            if (next != text.charAt(read)) {
                if (next >= 0) {
                    unread(next);
                }
                for (int i = read - 1; i >= 0; i--) {
                    unread(text.charAt(i));
                }
                return false;
            }
            read++;
        }
        return true;
    }

    private int peek() throws IOException {
        int next = next();
        if (next >= 0) {
            unread(next);
        }
        return next;
    }

    private int next() throws IOException {
        int next = ahead.isEmpty() ? source.read() : ahead.pop();
        if (next == '\n') {
            line++;
        }
        return next;
    }

    private void unread(int character) {
        if (character == '\n') {
            line--;
        }
        ahead.push(character);
    }

    private void repair(String kind) {
        repairs.merge(kind, new Repair(1, line), (former, one) -> new Repair(former.count() + 1, former.line()));
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
