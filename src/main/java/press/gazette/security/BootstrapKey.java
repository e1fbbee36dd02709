package press.gazette.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Set;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.StartupEvent;
import org.jspecify.annotations.Nullable;

/** The key of the settings, with which the first real key is issued. It is in no database and ends with its setting. */
@Singleton
final class BootstrapKey {

    /** Enough that even a text made of hexadecimal digits has 128 bits. */
    private static final int SHORTEST = 32;

    private final byte @Nullable [] hash;

    BootstrapKey(SecurityConfig config) {
        hash = config.bootstrapKey().map(BootstrapKey::checked).orElse(null);
    }

    /** A bad setting stops the start rather than the first request. */
    void atStart(@Observes StartupEvent start) {
        // Being called is all: the constructor has looked at the setting.
    }

    /** The caller who sent this, if it is the key. Hashes are compared, in a time that tells nothing of their texts. */
    @Nullable
    Caller caller(String sent) {
        // A header's bytes reach us as characters one by one, whatever they spell.
        boolean matches = hash != null && MessageDigest.isEqual(hash, KeyText.sha256(sent.getBytes(ISO_8859_1)));
        return matches ? new Caller("bootstrap", Scope.allowedBy(Set.of(Scope.ADMIN))) : null;
    }

    boolean isSet() {
        return hash != null;
    }

    private static byte[] checked(String setting) {
        String text = setting.strip();
        int length = text.codePointCount(0, text.length());
        if (length < SHORTEST) {
            throw new IllegalArgumentException("gazette.bootstrap-key has " + length + " characters; it needs at least "
                    + SHORTEST + ", such as those of: openssl rand -hex 32");
        }
        return KeyText.sha256(text.getBytes(UTF_8));
    }
}
