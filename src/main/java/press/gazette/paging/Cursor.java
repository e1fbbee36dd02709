package press.gazette.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;

import press.gazette.problem.Problem;

/**
 * The sort key of the last item of a page; the next page starts right behind it. It names a place in the order rather
 * than a number of rows, so it survives inserts and even the removal of its item.
 *
 * <p>As text it is opaque, URL-safe and short: Base64url of a version byte, a checksum of the rest, a checksum of the
 * other parameters of the request (a cursor is valid for its own listing only), and the key. It is checked, not secret:
 * a forged one leads to another page of the same public listing and nowhere else.
 *
 * @param key the values of the listing's ORDER BY columns, in their order, as text
 */
public record Cursor(List<String> key) {

    private static final byte VERSION = 1;
    private static final char SEPARATOR = '\u001f';
    private static final int HEADER_BYTES = 1 + Integer.BYTES + Integer.BYTES;

    /** Far longer than any cursor made here; a longer text is rejected unparsed. */
    public static final int MOST_CHARACTERS = 512;

    public Cursor {
        key = List.copyOf(key);
    }

    public static Cursor of(Object... key) {
        return new Cursor(Arrays.stream(key).map(Object::toString).toList());
    }

    /** Returns the text of the cursor, valid for this listing only. */
    String encode(ListingAddress listing) {
        byte[] values = String.join(String.valueOf(SEPARATOR), key).getBytes(UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES + values.length);
        bytes.put(VERSION)
                .putInt(0)
                .putInt(checksum(listing.cursorScope().getBytes(UTF_8), 0))
                .put(values);
        bytes.putInt(1, checksum(bytes.array(), 1 + Integer.BYTES));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /**
     * Parses a cursor that was made for the same listing.
     *
     * @param widths the possible numbers of values in the listing's key
     * @throws Problem {@code invalid-cursor}; the detail tells an unreadable cursor from one of another version or
     *     another listing
     */
    public static Cursor decode(String text, ListingAddress listing, int... widths) {
        ByteBuffer bytes = ByteBuffer.wrap(decoded(text));
        if (bytes.remaining() <= HEADER_BYTES) {
            throw unreadable();
        }
        if (bytes.get() != VERSION) {
            throw Problem.invalidCursor(
                    "The cursor was made by another version of this API. Start over without a cursor.");
        }
        if (bytes.getInt() != checksum(bytes.array(), 1 + Integer.BYTES)) {
            throw unreadable();
        }
        if (bytes.getInt() != checksum(listing.cursorScope().getBytes(UTF_8), 0)) {
            throw Problem.invalidCursor(
                    "The cursor was made for other parameters. Send the same parameters as on the page "
                            + "before, or start over without a cursor.");
        }
        Cursor cursor = new Cursor(List.of(UTF_8.decode(bytes).toString().split(String.valueOf(SEPARATOR), -1)));
        boolean forged = IntStream.of(widths).noneMatch(width -> width == cursor.key.size())
                || cursor.key.stream().anyMatch(Cursor::hasControlCharacter);
        // One cursor has exactly one text, but Base64 tolerates padding and spare bits, and invalid UTF-8 becomes a
        // replacement character: compare the encoding.
        if (forged || !cursor.encode(listing).equals(text)) {
            throw unreadable();
        }
        return cursor;
    }

    private static byte[] decoded(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw unreadable();
        }
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    /** No key made here has a control character; PostgreSQL fails on NUL in a text. */
    private static boolean hasControlCharacter(String value) {
        return value.chars().anyMatch(Character::isISOControl);
    }

    private static int checksum(byte[] bytes, int from) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, bytes.length - from);
        return (int) crc.getValue();
    }

    /** The problem for a cursor that cannot have been made here. */
    public static Problem unreadable() {
        return Problem.invalidCursor("The cursor was cut or altered. Follow the \"next\" link unchanged.");
    }
}
