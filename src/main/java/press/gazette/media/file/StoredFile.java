package press.gazette.media.file;

import org.jspecify.annotations.Nullable;

/**
 * A file in the store.
 *
 * @param hash SHA-256 of the bytes that were sent, in hexadecimal digits; the name of the file
 * @param bytes its size
 * @param width in pixels; 0 for files without a picture
 * @param height in pixels; 0 for files without a picture
 * @param duration in seconds, rounded up; null if it is unknown or the file does not last
 */
public record StoredFile(
        String hash,
        FileType type,
        long bytes,
        int width,
        int height,
        @Nullable Integer duration) {

    /** 64 bits: enough for the versions of one file. */
    private static final int VERSION_DIGITS = 16;

    /** The part of the hash that addresses carry, so that each file has addresses of its own. */
    public String version() {
        return hash.substring(0, VERSION_DIGITS);
    }
}
