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

import press.gazette.security.Seal;

/**
 * What a link to a preview ends with: which preview it is and when it ends, signed, so that a forged or an ended one is
 * refused without asking the database.
 *
 * @param expiresAt in whole seconds
 */
record PreviewToken(UUID preview, Instant expiresAt) {

    private static final String PURPOSE = "preview";
    private static final int SIGNED = 3 * Long.BYTES;

    /** 40 bytes in base64url (RFC 4648 §5). */
    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z_-]{54}");

    /**
     * Reads a token that somebody has put into the path; empty: this newsroom has never given it out. Its content is signed
     * again and compared as text: 54 characters hold four bits more than 40 bytes, and a decoder passes over them, so the
     * signature alone would let sixteen texts open one link.
     */
    static Optional<PreviewToken> parse(String text, Seal seal) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOf(Base64.getUrlDecoder().decode(text), SIGNED);
        if (!MessageDigest.isEqual(sealed(content, seal).getBytes(US_ASCII), text.getBytes(US_ASCII))) {
            return Optional.empty();
        }
        ByteBuffer read = ByteBuffer.wrap(content);
        return Optional.of(
                new PreviewToken(new UUID(read.getLong(), read.getLong()), Instant.ofEpochSecond(read.getLong())));
    }

    /** As it stands in a link. */
    String text(Seal seal) {
        ByteBuffer content = ByteBuffer.allocate(SIGNED)
                .putLong(preview.getMostSignificantBits())
                .putLong(preview.getLeastSignificantBits())
                .putLong(expiresAt.getEpochSecond());
        return sealed(content.array(), seal);
    }

    private static String sealed(byte[] content, Seal seal) {
        byte[] token = ByteBuffer.allocate(SIGNED + Seal.LENGTH)
                .put(content)
                .put(seal.sign(PURPOSE, content))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }
}
