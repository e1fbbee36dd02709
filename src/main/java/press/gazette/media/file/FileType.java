package press.gazette.media.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** The types of files that are stored. Their first bytes tell them apart; names and declared media types are not read. */
public enum FileType {
    MP3(MediaKind.SOUND, "audio/mpeg", "mp3"),
    M4A(MediaKind.SOUND, "audio/mp4", "m4a"),
    MP4(MediaKind.FILM, "video/mp4", "mp4"),
    PDF(MediaKind.DOCUMENT, "application/pdf", "pdf");

    /** The bytes of a file that tell its type. */
    public static final int HEAD = 64;

    private static final Set<String> SOUND_BRANDS = Set.of("M4A ", "M4B ");
    private static final Set<String> FILM_BRANDS =
            Set.of("isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "dash", "mmp4");

    private static final int BRAND = 8;
    private static final int BRAND_END = 12;

    private final MediaKind kind;
    private final String mediaType;
    private final String extension;

    FileType(MediaKind kind, String mediaType, String extension) {
        this.kind = kind;
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public MediaKind kind() {
        return kind;
    }

    /** The value of Content-Type. */
    public String mediaType() {
        return mediaType;
    }

    /** The end of names, without a dot. */
    public String extension() {
        return extension;
    }

    /**
     * The type of a file with these first bytes; empty if it is none of these.
     *
     * @param head at most {@link #HEAD} bytes
     */
    static Optional<FileType> of(byte[] head) {
        return Optional.ofNullable(detect(head));
    }

    private static @Nullable FileType detect(byte[] head) {
        if (text(head, 0, 5).equals("%PDF-")) {
            return PDF;
        }
        if (text(head, 0, 3).equals("ID3") || Mp3.isFrame(head, 0)) {
            return MP3;
        }
        if (text(head, 4, BRAND).equals("ftyp")) {
            String brand = text(head, BRAND, BRAND_END);
            return SOUND_BRANDS.contains(brand) ? M4A : FILM_BRANDS.contains(brand) ? MP4 : null;
        }
        return null;
    }

    private static String text(byte[] head, int from, int to) {
        return head.length < to ? "" : new String(Arrays.copyOfRange(head, from, to), StandardCharsets.ISO_8859_1);
    }
}
