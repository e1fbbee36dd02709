package press.gazette.media.file;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A file in the store.
 *
 * @param hash SHA-256 of its bytes, in hexadecimal digits; the name of the file
 * @param bytes its size
 * @param width in pixels, upright; 0 for files without a picture
 * @param height in pixels, upright; 0 for files without a picture
 * @param duration in seconds, rounded up; null if it is unknown or the file does not last
 * @param orientation of a picture, by EXIF; 0 for all others
 * @param colour the average colour of a picture; null if the file is no picture that this server decodes
 * @param digitalSourceType a word of the IPTC; null if a picture does not tell
 */
public record StoredFile(
        String hash,
        FileType type,
        long bytes,
        int width,
        int height,
        @Nullable Integer duration,
        int orientation,
        @Nullable String colour,
        @Nullable String digitalSourceType) {

    /** A file of an export may name its files in any way; a path in a name would leave the store. */
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /** 64 bits: enough for the versions of one file. */
    private static final int VERSION_DIGITS = 16;

    public StoredFile {
        if (!isHash(hash)) {
            throw new IllegalArgumentException("The hash of a file must have 64 hexadecimal digits");
        }
    }

    /** True for the text of a SHA-256 in lower case. */
    public static boolean isHash(String text) {
        return HASH.matcher(text).matches();
    }

    /** A film, sound or document. */
    public StoredFile(String hash, FileType type, long bytes, int width, int height, @Nullable Integer duration) {
        this(hash, type, bytes, width, height, duration, 0, null, null);
    }

    /** True if renditions of it can be made. */
    public boolean hasRenditions() {
        return colour != null;
    }

    /** True if articles can show it as a picture: by its renditions, or an SVG by the file, which browsers scale. */
    public boolean showsAsPicture() {
        return hasRenditions() || type == FileType.SVG;
    }

    /** True if readers get the file itself: the originals of other pictures have metadata, such as the place. */
    public boolean leavesWhole() {
        return type.kind() != MediumKind.PICTURE || type == FileType.SVG;
    }

    /** The part of the hash that addresses carry, so that each file has addresses of its own. */
    public String version() {
        return hash.substring(0, VERSION_DIGITS);
    }
}
