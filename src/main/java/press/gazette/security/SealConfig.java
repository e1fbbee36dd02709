package press.gazette.security;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** The setting of the key that seals stored secrets. */
@ConfigMapping(prefix = "gazette")
interface SealConfig {

    /**
     * The key, at least 32 characters, the same on every node. Absent: one from the database, so that a copy of the
     * whole database can be unsealed.
     */
    Optional<String> secretKey();
}
