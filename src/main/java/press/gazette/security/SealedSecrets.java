package press.gazette.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.StartupEvent;

/**
 * Encrypts secrets that Gazette itself must use later, such as those that sign webhooks: AES-256-GCM (NIST SP 800-38D),
 * with the key {@code gazette.secret-key}, else one from the database. Secrets of callers are not sealed but hashed.
 */
@Singleton
public class SealedSecrets {

    /** Even a text of hexadecimal digits has 128 bits at this length. */
    private static final int SHORTEST = 32;

    /** The length that GCM is made for. */
    private static final int NONCE = 12;

    private static final int TAG_BITS = 128;
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String PURPOSE = "sealed secrets";

    /** Each sealed text begins with the origin of its key. */
    private static final String OF_SETTING = "s:";

    private static final String OF_DATABASE = "d:";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Signatures signatures;
    private final Optional<SecretKeySpec> key;

    SealedSecrets(Signatures signatures, SealConfig config) {
        this.signatures = signatures;
        this.key = config.secretKey().map(SealedSecrets::checked);
    }

    /** An invalid setting fails the start rather than the first request. */
    void atStart(@Observes StartupEvent start) {
        // The constructor has validated the setting.
    }

    /**
     * Encrypts a secret.
     *
     * @param purpose a text sealed for one purpose cannot be opened for another
     */
    public String seal(String purpose, byte[] secret) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        String origin = key.isPresent() ? OF_SETTING : OF_DATABASE;
        try {
            byte[] encrypted =
                    cipher(Cipher.ENCRYPT_MODE, origin, purpose, nonce).doFinal(secret);
            byte[] both = Arrays.copyOf(nonce, NONCE + encrypted.length);
            System.arraycopy(encrypted, 0, both, NONCE, encrypted.length);
            return origin + Base64.getEncoder().encodeToString(both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES-GCM", e);
        }
    }

    /** Decrypts a secret; empty if it was sealed with a key that this node does not have. */
    public Optional<byte[]> open(String purpose, String sealed) {
        String origin = sealed.substring(0, OF_SETTING.length());
        if (origin.equals(OF_SETTING) && key.isEmpty()) {
            return Optional.empty();
        }
        byte[] both = Base64.getDecoder().decode(sealed.substring(origin.length()));
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, origin, purpose, Arrays.copyOf(both, NONCE));
            return Optional.of(cipher.doFinal(both, NONCE, both.length - NONCE));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, String origin, String purpose, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key(origin), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(UTF_8));
        return cipher;
    }

    private SecretKeySpec key(String origin) {
        return origin.equals(OF_SETTING) ? key.orElseThrow() : new SecretKeySpec(signatures.key(PURPOSE), "AES");
    }

    private static SecretKeySpec checked(String setting) {
        String text = setting.strip();
        int length = text.codePointCount(0, text.length());
        if (length < SHORTEST) {
            throw new IllegalArgumentException("gazette.secret-key has " + length + " characters; it needs at least "
                    + SHORTEST + ", for example the output of: openssl rand -hex 32");
        }
        try {
            return new SecretKeySpec(
                    MessageDigest.getInstance("SHA-256").digest((PURPOSE + "\n" + text).getBytes(UTF_8)), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
