package press.gazette.security.key;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Set;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.StartupEvent;
import org.jspecify.annotations.Nullable;

import press.gazette.security.Caller;
import press.gazette.security.Scope;

/** The key from the settings, used to issue the first real key. It is not stored and is valid while it is set. */
@Singleton
final class BootstrapKey {

    /** The caller, as records name it. */
    private static final String NAME = "bootstrap";

    /** Even a text of hexadecimal digits has 128 bits at this length. */
    private static final int SHORTEST = 32;

    private final byte @Nullable [] hash;

    BootstrapKey(SecurityConfig config) {
        hash = config.bootstrapKey().map(BootstrapKey::checked).orElse(null);
    }

    /** An invalid setting fails the start rather than the first request. */
    void atStart(@Observes StartupEvent start) {
        // The constructor has validated the setting.
    }

    /** Returns the bootstrap caller if the text is the key, else null. Hashes are compared in constant time. */
    @Nullable
    Caller caller(String sent) {
        // The HTTP server decodes header bytes as ISO 8859-1, whatever their charset.
        boolean matches = hash != null && MessageDigest.isEqual(hash, KeyText.sha256(sent.getBytes(ISO_8859_1)));
        return matches ? new Caller(NAME, NAME, Scope.allowedBy(Set.of(Scope.ADMIN)), null) : null;
    }

    boolean isSet() {
        return hash != null;
    }

    private static byte[] checked(String setting) {
        String text = setting.strip();
        int length = text.codePointCount(0, text.length());
        if (length < SHORTEST) {
            throw new IllegalArgumentException("gazette.bootstrap-key has " + length + " characters; it needs at least "
                    + SHORTEST + ", for example the output of: openssl rand -hex 32");
        }
        return KeyText.sha256(text.getBytes(UTF_8));
    }
}
