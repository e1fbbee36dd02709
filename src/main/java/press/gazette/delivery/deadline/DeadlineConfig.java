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
     * The longest time of any other request, from its last piece of content on; then it gets 503, and nothing is kept but what
     * a batch that is not atomic has done already.
     */
    @WithDefault("30S")
    Duration writeDeadline();
}
