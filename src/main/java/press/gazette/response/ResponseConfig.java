package press.gazette.response;

import java.net.URI;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of responses. */
@ConfigMapping(prefix = "gazette")
interface ResponseConfig {

    /**
     * The public URL of this server, such as {@code https://api.example.org}; makes links absolute. Absent: links start at the
     * root.
     */
    Optional<URI> publicUrl();

    /** True if this server has the reader site at {@code /reader}. */
    @WithDefault("true")
    boolean reader();
}
