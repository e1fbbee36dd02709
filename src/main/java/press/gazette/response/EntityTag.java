package press.gazette.response;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * The validator of a response (RFC 9110 §8.8.3): strong, made from its bytes alone, hence the same on every node and host and
 * different for every representation.
 */
public final class EntityTag {

    /** 128 bits, so that no two responses share a tag by accident. */
    private static final int BYTES = 16;

    private static final String GZIP = "-gzip";

    private EntityTag() {}

    /** The tag of uncompressed bytes, with its quotes. */
    public static String of(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES)) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The tag of the compressed content, which is a different representation. */
    public static String gzipped(String tag) {
        return tag.substring(0, tag.length() - 1) + GZIP + '"';
    }

    /**
     * True if If-None-Match names this content in any coding. The comparison is weak (RFC 9110 §13.1.2): a client that has the
     * content in one coding does not need it in the other.
     */
    static boolean matches(String ifNoneMatch, String tag) {
        if (ifNoneMatch.equals(tag)) {
            return true;
        }
        String gzipped = gzipped(tag);
        for (String candidate : ifNoneMatch.split(",", -1)) {
            String name = candidate.strip();
            if (name.equals("*")) {
                return true;
            }
            String unquoted = name.startsWith("W/") ? name.substring(2) : name;
            if (unquoted.equals(tag) || unquoted.equals(gzipped)) {
                return true;
            }
        }
        return false;
    }
}
