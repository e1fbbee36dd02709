package press.gazette.webhook;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import press.gazette.security.SealedSecrets;

/**
 * The secret that signs the requests of a webhook: 32 random bytes. Its text is {@code whsec_} and their Base64 (Standard
 * Webhooks 1.0.0).
 */
public final class SigningSecret {

    private static final String PREFIX = "whsec_";
    private static final int LENGTH = 32;
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "webhook";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;

    SigningSecret(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** A new random secret. */
    static SigningSecret random() {
        byte[] bytes = new byte[LENGTH];
        RANDOM.nextBytes(bytes);
        return new SigningSecret(bytes);
    }

    /** The signature of a text in two parts: HMAC-SHA256 (RFC 2104) in Base64. */
    String sign(byte[] head, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes, ALGORITHM));
            mac.update(head);
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA256", e);
        }
    }

    /** The text for the receiver, to be shown once. */
    public String reveal() {
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    /** The text to be stored. */
    String sealed(SealedSecrets seals) {
        return seals.seal(PURPOSE, bytes);
    }

    /** The stored secret; empty if this node cannot open it. */
    static Optional<SigningSecret> open(String sealed, SealedSecrets seals) {
        return seals.open(PURPOSE, sealed).map(SigningSecret::new);
    }

    /** Without the secret, since logs may contain it. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
