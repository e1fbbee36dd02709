package press.gazette;

import java.util.Optional;
import java.util.regex.Pattern;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import org.eclipse.microprofile.config.Config;

/** The setting of traces. {@link Gazette} reads it before the start. */
@Unremovable // nobody injects it, and yet its setting is a known one
@ConfigMapping(prefix = "gazette")
interface TracesConfig {

    /** The address of a collector, behind which the protocol adds its paths. */
    Pattern ADDRESS = Pattern.compile("https?://[^/?#\\s]+(/[^?#\\s]*)?");

    /** The collector that traces are sent to, by OTLP over HTTP; absent: there are none. */
    Optional<String> traces();

    /**
     * Sets what application.properties reads.
     *
     * @throws IllegalArgumentException when the setting is no URL
     */
    static void configure(Config config) {
        Optional<String> address = config.getOptionalValue("gazette.traces", String.class);
        address.filter(url -> !ADDRESS.matcher(url).matches()).ifPresent(url -> {
            throw new IllegalArgumentException(
                    "gazette.traces is an absolute http or https URL without query, such as http://localhost:4318");
        });
        address.ifPresent(url -> System.setProperty("internal.traces", url));
        System.setProperty("internal.traced", Boolean.toString(address.isPresent()));
        System.setProperty("internal.untraced", Boolean.toString(address.isEmpty()));
    }
}
