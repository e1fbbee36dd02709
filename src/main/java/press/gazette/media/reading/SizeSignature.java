package press.gazette.media.reading;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

/** The signatures of imgproxy: HMAC-SHA256 of salt and path with a key, in base64url without padding. */
final class SizeSignature {

    private static final String ALGORITHM = "HmacSHA256";

    /** Sixteen bytes: a shorter key can be guessed from one signed address. */
    private static final int LEAST_KEY_DIGITS = 32;

    private final SecretKeySpec key;
    private final byte[] salt;

    /**
     * Makes the signatures of a key.
     *
     * @param key in hexadecimal digits
     * @param salt in hexadecimal digits
     * @throws IllegalArgumentException naming the settings
     */
    SizeSignature(String key, String salt) {
        try {
            this.key = new SecretKeySpec(HexFormat.of().parseHex(key), ALGORITHM);
            this.salt = HexFormat.of().parseHex(salt);
        } catch (IllegalArgumentException e) {
            // The cause would show the key.
            throw new IllegalArgumentException(
                    "gazette.media-size-key and gazette.media-size-salt must be hexadecimal digits.");
        }
    }

    /** The signatures of the settings; null: there are none. */
    static @Nullable SizeSignature of(SizeConfig config) {
        if (config.key().isEmpty() && config.salt().isEmpty()) {
            return null;
        }
        if (config.key().isEmpty() || config.salt().isEmpty()) {
            throw new IllegalArgumentException(
                    "gazette.media-size-key and gazette.media-size-salt must both be there, or neither.");
        }
        if (config.key().get().length() < LEAST_KEY_DIGITS) {
            throw new IllegalArgumentException(
                    "gazette.media-size-key must have at least " + LEAST_KEY_DIGITS + " hexadecimal digits.");
        }
        return new SizeSignature(config.key().get(), config.salt().get());
    }

    /** True if this is the signature of a path that begins with a slash. */
    boolean isOf(String path, String signature) {
        byte[] expected = sign(path).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
    }

    String sign(String path) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(salt);
            byte[] whole = mac.doFinal(path.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
