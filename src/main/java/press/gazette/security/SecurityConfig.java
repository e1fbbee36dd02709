package press.gazette.security;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Who may come in before the first key is issued. */
@ConfigMapping(prefix = "gazette")
interface SecurityConfig {

    /** A text of at least 32 characters that is accepted as a key with the scope admin while it is set; absent: none. */
    Optional<String> bootstrapKey();
}
