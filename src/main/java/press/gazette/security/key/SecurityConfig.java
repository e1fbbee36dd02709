package press.gazette.security.key;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Settings for the access before the first key is issued. */
@ConfigMapping(prefix = "gazette")
interface SecurityConfig {

    /** A key with the scope admin, valid while it is set: at least 32 characters. Absent: no such key. */
    Optional<String> bootstrapKey();
}
