package press.gazette;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.eclipse.microprofile.config.Config;

/** The settings of the log. {@link Gazette} reads them before the start. */
@Unremovable // nobody injects it, and yet its setting is a known one
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
     * Sets what application.properties reads.
     *
     * @throws IllegalArgumentException when the setting is none of the words
     */
    static void configure(Config config) {
        Format format =
                config.getOptionalValue("gazette.log-format", Format.class).orElse(Format.TEXT);
        System.setProperty("internal.json-logs", Boolean.toString(format == Format.JSON));
    }
}
