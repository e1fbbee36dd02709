package press.gazette.article.preview;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import press.gazette.security.Signatures;

/**
 * The token of a preview link: its id and its expiry, signed, so that a forged or an expired token is rejected without the
 * database.
 *
 * @param expiresAt in whole seconds
 */
record PreviewToken(UUID preview, Instant expiresAt) {

    private static final String PURPOSE = "preview";
    private static final int SIGNED = 3 * Long.BYTES;

    /** 40 bytes in base64url (RFC 4648 §5). */
    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z_-]{54}");

    /**
     * Reads a token from a path; empty: not issued by this newsroom. Its content is signed again and compared as text: 54
     * characters hold four bits more than 40 bytes, which a decoder ignores, so the signature alone would let sixteen texts
     * open one link.
     */
    static Optional<PreviewToken> parse(String text, Signatures signatures) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOf(Base64.getUrlDecoder().decode(text), SIGNED);
        if (!MessageDigest.isEqual(sealed(content, signatures).getBytes(US_ASCII), text.getBytes(US_ASCII))) {
            return Optional.empty();
        }
        ByteBuffer read = ByteBuffer.wrap(content);
        return Optional.of(
                new PreviewToken(new UUID(read.getLong(), read.getLong()), Instant.ofEpochSecond(read.getLong())));
    }

    /** The token as part of a URL. */
    String text(Signatures signatures) {
        ByteBuffer content = ByteBuffer.allocate(SIGNED)
                .putLong(preview.getMostSignificantBits())
                .putLong(preview.getLeastSignificantBits())
                .putLong(expiresAt.getEpochSecond());
        return sealed(content.array(), signatures);
    }

    private static String sealed(byte[] content, Signatures signatures) {
        byte[] token = ByteBuffer.allocate(SIGNED + Signatures.LENGTH)
                .put(content)
                .put(signatures.sign(PURPOSE, content))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }
}
