package press.gazette.article.preview;

import java.nio.ByteBuffer;
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

    /** Reads what somebody has put into the path; empty: this newsroom has never given it out. */
    static Optional<PreviewToken> parse(String text, Seal seal) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        byte[] signed = Arrays.copyOf(bytes, SIGNED);
        if (!seal.isOn(PURPOSE, signed, Arrays.copyOfRange(bytes, SIGNED, bytes.length))) {
            return Optional.empty();
        }
        ByteBuffer read = ByteBuffer.wrap(signed);
        return Optional.of(
                new PreviewToken(new UUID(read.getLong(), read.getLong()), Instant.ofEpochSecond(read.getLong())));
    }

    /** As it stands in a link. */
    String text(Seal seal) {
        ByteBuffer token = ByteBuffer.allocate(SIGNED + Seal.LENGTH)
                .putLong(preview.getMostSignificantBits())
                .putLong(preview.getLeastSignificantBits())
                .putLong(expiresAt.getEpochSecond());
        byte[] signed = Arrays.copyOf(token.array(), SIGNED);
        token.put(seal.sign(PURPOSE, signed));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }
}
