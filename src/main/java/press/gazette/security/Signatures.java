package press.gazette.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import org.jspecify.annotations.Nullable;

/**
 * Signs content that Gazette hands out and later verifies: HMAC-SHA256 (RFC 2104), cut to 128 bits, with a random
 * secret from the database that all nodes share.
 */
@Singleton
public class Signatures {

    /** The length of a signature in bytes. */
    public static final int LENGTH = 16;

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] NOTHING = {};

    private final EntityManager database;
    private volatile @Nullable SecretKeySpec secret;

    Signatures(EntityManager database) {
        this.database = database;
    }

    /**
     * Signs the content.
     *
     * @param purpose separates the uses: a signature for one purpose is invalid for all others
     */
    public byte[] sign(String purpose, byte[] content) {
        return Arrays.copyOf(whole(purpose, content), LENGTH);
    }

    /** A key of 256 bits for a purpose that signs nothing. */
    byte[] key(String purpose) {
        return whole(purpose, NOTHING);
    }

    private byte[] whole(String purpose, byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret());
            mac.update((purpose + "\n").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA256", e);
        }
    }

    /** Read once in the life of a node. */
    private SecretKeySpec secret() {
        SecretKeySpec known = secret;
        if (known == null) {
            Object hex = database.createNativeQuery("select secret from seal", String.class)
                    .getSingleResult();
            known = new SecretKeySpec(HexFormat.of().parseHex((String) hex), ALGORITHM);
            secret = known;
        }
        return known;
    }
}
