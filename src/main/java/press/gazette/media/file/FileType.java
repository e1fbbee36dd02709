package press.gazette.media.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import press.gazette.media.format.Mp3;

/** The types of files that are stored. Their first bytes tell them apart; names and declared media types are not read. */
public enum FileType {
    JPEG(MediumKind.PICTURE, "image/jpeg", "jpg", "jpeg"),
    PNG(MediumKind.PICTURE, "image/png", "png", "png"),
    GIF(MediumKind.PICTURE, "image/gif", "gif", "gif"),
    WEBP(MediumKind.PICTURE, "image/webp", "webp", "webp"),
    AVIF(MediumKind.PICTURE, "image/avif", "avif", null),
    HEIC(MediumKind.PICTURE, "image/heic", "heic", null),
    SVG(MediumKind.PICTURE, "image/svg+xml", "svg", null),
    MP3(MediumKind.SOUND, "audio/mpeg", "mp3", null),
    M4A(MediumKind.SOUND, "audio/mp4", "m4a", null),
    MP4(MediumKind.FILM, "video/mp4", "mp4", null),
    PDF(MediumKind.DOCUMENT, "application/pdf", "pdf", null);

    /** The bytes of a file that tell its type. */
    public static final int HEAD = 64;

    private static final Set<String> SOUND_BRANDS = Set.of("M4A ", "M4B ");
    private static final Set<String> FILM_BRANDS =
            Set.of("isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "dash", "mmp4");

    private static final Set<String> AVIF_BRANDS = Set.of("avif", "avis");
    private static final Set<String> HEIC_BRANDS = Set.of("heic", "heix", "hevc", "heim", "heis", "mif1", "msf1");

    private static final int BRAND = 8;
    private static final int BRAND_END = 12;

    private final MediumKind kind;
    private final String mediaType;
    private final String extension;
    private final @Nullable String format;

    FileType(MediumKind kind, String mediaType, String extension, @Nullable String format) {
        this.kind = kind;
        this.mediaType = mediaType;
        this.extension = extension;
        this.format = format;
    }

    public MediumKind kind() {
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

    /** The name by which a decoder of pictures knows it; null if this server does not decode it. */
    public @Nullable String format() {
        return format;
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
            return ofBrand(head, text(head, BRAND, BRAND_END));
        }
        return isText(head) ? SVG : picture(head);
    }

    /** Only its elements tell whether XML is SVG. HTML does not begin so. */
    private static boolean isText(byte[] head) {
        String begin =
                new String(head, StandardCharsets.UTF_8).replace("\ufeff", "").stripLeading();
        return Stream.of("<svg", "<?xml", "<!--", "<!DOCTYPE svg").anyMatch(begin::startsWith);
    }

    /** HEIF files of general brands name their kind among the compatible ones. */
    private static @Nullable FileType ofBrand(byte[] head, String brand) {
        if (SOUND_BRANDS.contains(brand) || FILM_BRANDS.contains(brand)) {
            return SOUND_BRANDS.contains(brand) ? M4A : MP4;
        }
        String all = text(head, BRAND, Math.min(head.length, HEAD));
        if (AVIF_BRANDS.contains(brand)) {
            return AVIF;
        }
        return !HEIC_BRANDS.contains(brand) ? null : all.contains("avif") ? AVIF : HEIC;
    }

    private static @Nullable FileType picture(byte[] head) {
        if (text(head, 0, 3).equals("\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (text(head, 0, 8).equals("\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        if (text(head, 0, 6).equals("GIF87a") || text(head, 0, 6).equals("GIF89a")) {
            return GIF;
        }
        return text(head, 0, 4).equals("RIFF") && text(head, BRAND, BRAND_END).equals("WEBP") ? WEBP : null;
    }

    private static String text(byte[] head, int from, int to) {
        return head.length < to ? "" : new String(Arrays.copyOfRange(head, from, to), StandardCharsets.ISO_8859_1);
    }
}
