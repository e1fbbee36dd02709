package press.gazette.importer.xml;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decodes the bytes of an XML file by their byte order mark, else by the declaration, else as UTF-8. */
public final class XmlText {

    private static final int DECLARATION = 256;

    private static final Pattern ENCODING = Pattern.compile("^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)");

    private XmlText() {}

    /** The text; bytes that are none in its encoding become U+FFFD. */
    public static Reader of(InputStream bytes) throws IOException {
        BufferedInputStream source = new BufferedInputStream(bytes, 1 << 16);
        source.mark(DECLARATION);
        byte[] first = source.readNBytes(DECLARATION);
        source.reset();
        int mark = markOf(first);
        Charset charset = charset(first);
        if (source.skip(mark) != mark) {
            throw new IOException("The file ends within its first bytes");
        }
        return new InputStreamReader(
                source,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    private static int markOf(byte[] first) {
        if (at(first, 0) == 0xef && at(first, 1) == 0xbb && at(first, 2) == 0xbf) {
            return 3;
        }
        return (at(first, 0) == 0xfe && at(first, 1) == 0xff) || (at(first, 0) == 0xff && at(first, 1) == 0xfe) ? 2 : 0;
    }

    private static Charset charset(byte[] first) {
        int high = at(first, 0);
        int low = at(first, 1);
        if ((high == 0xfe && low == 0xff) || (high == 0 && low == '<')) {
            return StandardCharsets.UTF_16BE;
        }
        if ((high == 0xff && low == 0xfe) || (high == '<' && low == 0)) {
            return StandardCharsets.UTF_16LE;
        }
        Matcher declared = ENCODING.matcher(new String(first, StandardCharsets.ISO_8859_1));
        // A file that is read byte by byte is not UTF-16, whatever its declaration says.
        if (!declared.find() || declared.group(1).toUpperCase(Locale.ROOT).startsWith("UTF-16")) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(declared.group(1));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private static int at(byte[] bytes, int index) {
        return index < bytes.length ? bytes[index] & 0xff : -1;
    }
}
