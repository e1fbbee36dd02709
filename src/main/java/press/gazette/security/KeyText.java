package press.gazette.security;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A key as its holder has it: {@code gz_}, eight characters that name it, 24 that are secret (142 random bits) and six of
 * checksum. The prefix and the checksum let secret scanners find a leaked one with {@code gz_[0-9A-Za-z]{38}} and let a
 * mistyped one be refused without asking the database.
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

    /** A new key that nobody has. */
    static KeyText random() {
        StringBuilder text = new StringBuilder(PREFIX);
        for (int i = 0; i < NAMING + SECRET; i++) {
            text.append(DIGITS.charAt(RANDOM.nextInt(DIGITS.length())));
        }
        return new KeyText(text + checksum(text.toString()));
    }

    /** Reads what a caller sent; empty: no key of ours ever looked like this. */
    static Optional<KeyText> parse(String sent) {
        boolean whole = FORM.matcher(sent).matches() && sent.endsWith(checksum(sent.substring(0, UNCHECKED)));
        return whole ? Optional.of(new KeyText(sent)) : Optional.empty();
    }

    /** Whether a text is a key or a mistyped one, and nothing else. */
    static boolean isMeant(String sent) {
        return sent.startsWith(PREFIX);
    }

    /** The part that may be seen and by which the key is looked up. */
    String beginning() {
        return text.substring(0, PREFIX.length() + NAMING);
    }

    /** What is stored in its place. With so many random bits a fast hash is as safe as a slow one. */
    byte[] hash() {
        return sha256(text.getBytes(US_ASCII));
    }

    /** All of it, to be shown to its holder once. */
    String reveal() {
        return text;
    }

    /** Never the secret: this is what a log would show. */
    @Override
    public String toString() {
        return beginning() + "…";
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
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
