package press.gazette.media.rendition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import press.gazette.media.file.StoredFile;

/**
 * The part of a rendition's address by which it differs from others of the same picture and preset. It is made of everything that
 * the pixels depend on, so the same address never has others. It begins with that of the file, so that an address with a former
 * focus is known as one of this file. That of a named crop is a digit longer: it may have the shape of the picture, and shows a part.
 */
public final class RenditionVersion {

    private static final int FILE_DIGITS = 8;
    private static final int RECIPE_DIGITS = 12;

    /** The digits of the version of a rendition, but for named crops. */
    private static final int DIGITS = FILE_DIGITS + RECIPE_DIGITS;

    /** The digits of the version of a named crop. */
    public static final int DIGITS_OF_NAMED_CROP = DIGITS + 1;

    private RenditionVersion() {}

    /** @param recipe everything but the file that the pixels depend on */
    static String of(StoredFile picture, String recipe, boolean isNamedCrop) {
        int digits = (isNamedCrop ? DIGITS_OF_NAMED_CROP : DIGITS) - FILE_DIGITS;
        return ofFile(picture) + hash(picture.hash() + "|" + recipe).substring(0, digits);
    }

    /** True if this is the version of a rendition of the file, with the crops and the settings of any time. */
    public static boolean isOf(StoredFile picture, String version) {
        return (version.length() == DIGITS || isOfNamedCrop(version)) && version.startsWith(ofFile(picture));
    }

    /** True if a rendition with this version shows the area that the desk has named for its preset. */
    static boolean isOfNamedCrop(String version) {
        return version.length() == DIGITS_OF_NAMED_CROP;
    }

    private static String ofFile(StoredFile picture) {
        return picture.hash().substring(0, FILE_DIGITS);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
