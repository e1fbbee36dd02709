package press.gazette.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.quarkus.narayana.jta.QuarkusTransaction;

import press.gazette.newsroom.DeskClient;

/** Small files of each type, made by code. A mark makes files with different content. */
public final class TestFiles {

    private static final int SCALE = 1_000;

    private TestFiles() {}

    /** The end of the credits of the sample newsroom's own files. */
    public static final String SAMPLE = "/ The Averil Gazette";

    /** Removes the records of files that were sent. */
    public static void tidyUp() {
        DeskClient.tidyUp();
        QuarkusTransaction.requiringNew()
                .run(() ->
                        Media.delete("fileHash is not null and (credit is null or credit not like ?1)", "%" + SAMPLE));
    }

    /** A document. */
    public static byte[] pdf(String mark) {
        return ("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n% " + mark + "\ntrailer<</Root 1 0 R>>\n%%EOF\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Sound of about three seconds: frames of silence of 417 bytes at 128 kbit/s, behind a tag. */
    public static byte[] mp3(String mark) {
        byte[] tag = new byte[10 + 64];
        System.arraycopy("ID3\3\0\0\0\0\0\100".getBytes(StandardCharsets.ISO_8859_1), 0, tag, 0, 10);
        System.arraycopy(mark.getBytes(StandardCharsets.UTF_8), 0, tag, 20, Math.min(40, mark.length()));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(tag);
        byte[] frame = new byte[417];
        frame[0] = (byte) 0xff;
        frame[1] = (byte) 0xfb;
        frame[2] = (byte) 0x90;
        for (int i = 0; i < 110; i++) {
            file.writeBytes(frame);
        }
        return file.toByteArray();
    }

    /** A film of four and a half seconds, 640 by 360, with the place of its recording in three forms. */
    public static byte[] mp4(String mark) {
        byte[] place = box("\u00a9xyz", "\0\22\25\u00c7+48.2082+016.3738/".getBytes(StandardCharsets.ISO_8859_1));
        byte[] keys = box(
                "keys",
                join(
                        ints(0, 1),
                        box("mdta", "com.apple.quicktime.location.ISO6709".getBytes(StandardCharsets.US_ASCII))));
        byte[] item = box(
                "\0\0\0\1", box("data", join(ints(1, 0), "+48.2082+016.3738/".getBytes(StandardCharsets.US_ASCII))));
        byte[] metadata = box("meta", join(ints(0), box("hdlr", ints(0, 0, 0)), box("ilst", item), keys));
        byte[] xmp = box("uuid", "<x:xmpmeta>48.2082</x:xmpmeta>".getBytes(StandardCharsets.US_ASCII));
        byte[] track = box("trak", box("tkhd", join(new byte[76], ints(640 << 16, 360 << 16))));
        byte[] head = box("mvhd", join(ints(0, 0, 0, SCALE, 4 * SCALE + 500), new byte[80]));
        return join(
                box("ftyp", "isom\0\0\0\0isommp42".getBytes(StandardCharsets.ISO_8859_1)),
                box("moov", join(head, track, box("udta", join(place, metadata)))),
                xmp,
                box("mdat", mark.getBytes(StandardCharsets.UTF_8)));
    }

    /** The same as sound. */
    public static byte[] m4a(String mark) {
        byte[] film = mp4(mark);
        System.arraycopy("M4A ".getBytes(StandardCharsets.US_ASCII), 0, film, 8, 4);
        return film;
    }

    /** The content of a file without its last bytes. */
    public static byte[] cut(byte[] file, int bytes) {
        return Arrays.copyOf(file, file.length - bytes);
    }

    static byte[] box(String name, byte[] content) {
        return join(ints(content.length + 8), name.getBytes(StandardCharsets.ISO_8859_1), content);
    }

    static byte[] ints(int... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length);
        Arrays.stream(numbers).forEach(bytes::putInt);
        return bytes.array();
    }

    /** The parts one behind the other. */
    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }
}
