package press.gazette.delivery.deadline;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long requests may take. */
@ConfigMapping(prefix = "gazette")
interface DeadlineConfig {

    /** How long a GET may take; then it is answered 503. */
    @WithDefault("5S")
    Duration readDeadline();

    /**
     * How long any other request may take; then it is answered 503, and nothing is kept but what a batch that is not atomic has
     * done already.
     */
    @WithDefault("30S")
    Duration writeDeadline();
}
