package press.gazette;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.eclipse.microprofile.config.Config;

/** Settings of the log. {@link Gazette} reads them before the start. */
@Unremovable // not injected, but its setting must count as known
@ConfigMapping(prefix = "gazette")
interface LogConfig {

    /** The formats of a line. */
    enum Format {
        TEXT,
        JSON
    }

    /** The format of the log. */
    @WithDefault("text")
    Format logFormat();

    /**
     * Sets properties that application.properties reads.
     *
     * @throws IllegalArgumentException if the setting is not a known format
     */
    static void configure(Config config) {
        Format format =
                config.getOptionalValue("gazette.log-format", Format.class).orElse(Format.TEXT);
        System.setProperty("internal.json-logs", Boolean.toString(format == Format.JSON));
    }
}
