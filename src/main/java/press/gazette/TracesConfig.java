package press.gazette;

import java.util.Optional;
import java.util.regex.Pattern;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import org.eclipse.microprofile.config.Config;

/** Settings of traces. {@link Gazette} reads them before the start. */
@Unremovable // not injected, but its setting must count as known
@ConfigMapping(prefix = "gazette")
interface TracesConfig {

    /** The base URL of a collector, to which the protocol adds its paths. */
    Pattern ADDRESS = Pattern.compile("https?://[^/?#\\s]+(/[^?#\\s]*)?");

    /** The collector for traces, by OTLP over HTTP. Absent: no traces are sent. */
    Optional<String> traces();

    /**
     * Sets properties that application.properties reads.
     *
     * @throws IllegalArgumentException if the setting is not such a URL
     */
    static void configure(Config config) {
        Optional<String> address = config.getOptionalValue("gazette.traces", String.class);
        address.filter(url -> !ADDRESS.matcher(url).matches()).ifPresent(url -> {
            throw new IllegalArgumentException(
                    "gazette.traces must be an absolute http or https URL without query, such as "
                            + "http://localhost:4318");
        });
        address.ifPresent(url -> System.setProperty("internal.traces", url));
        System.setProperty("internal.traced", Boolean.toString(address.isPresent()));
        System.setProperty("internal.untraced", Boolean.toString(address.isEmpty()));
    }
}
