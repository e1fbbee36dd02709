package press.gazette.security.key;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The text of a key: {@code gz_}, eight characters that identify it, 24 secret ones (142 random bits) and a checksum of
 * six. The prefix and the checksum let secret scanners find a leaked key with {@code gz_[0-9A-Za-z]{38}} and let
 * Gazette reject a mistyped one without the database.
 */
final class KeyText {

    private static final String PREFIX = "gz_";
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int NAMING = 8;
    private static final int SECRET = 24;
    private static final int CHECKSUM = 6;
    private static final int UNCHECKED = PREFIX.length() + NAMING + SECRET;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9A-Za-z]{" + (NAMING + SECRET + CHECKSUM) + "}");

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;

    private KeyText(String text) {
        this.text = text;
    }

    /** A new random key. */
    static KeyText random() {
        StringBuilder text = new StringBuilder(PREFIX);
        for (int i = 0; i < NAMING + SECRET; i++) {
            text.append(DIGITS.charAt(RANDOM.nextInt(DIGITS.length())));
        }
        return new KeyText(text + checksum(text.toString()));
    }

    /** Parses a key; empty if the form or the checksum is wrong. */
    static Optional<KeyText> parse(String sent) {
        boolean whole = FORM.matcher(sent).matches() && sent.endsWith(checksum(sent.substring(0, UNCHECKED)));
        return whole ? Optional.of(new KeyText(sent)) : Optional.empty();
    }

    /** True if the text begins like a key, even a mistyped one; a token never does. */
    static boolean hasPrefix(String sent) {
        return sent.startsWith(PREFIX);
    }

    /** The public part, used to look the key up. */
    String beginning() {
        return text.substring(0, PREFIX.length() + NAMING);
    }

    /** The SHA-256 that is stored. With so many random bits a fast hash is as safe as a slow one. */
    byte[] hash() {
        return sha256(text.getBytes(US_ASCII));
    }

    /** The whole key, to be shown to its holder once. */
    String reveal() {
        return text;
    }

    /** Without the secret, since logs may contain it. */
    @Override
    public String toString() {
        return beginning() + "…";
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String checksum(String checked) {
        CRC32 crc = new CRC32();
        crc.update(checked.getBytes(US_ASCII));
        StringBuilder text = new StringBuilder();
        for (long rest = crc.getValue(); text.length() < CHECKSUM; rest /= DIGITS.length()) {
            text.append(DIGITS.charAt((int) (rest % DIGITS.length())));
        }
        return text.reverse().toString();
    }
}
