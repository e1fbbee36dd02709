package press.gazette.admission.deadline;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The longest times of requests. */
@ConfigMapping(prefix = "gazette")
public interface DeadlineConfig {

    /** The longest time of a GET. Then it gets 503. */
    @WithDefault("5S")
    Duration readDeadline();

    /** The longest time until a stream begins, in its queue and with the database. Then it gets 503. */
    @WithDefault("30S")
    Duration streamDeadline();

    /**
     * The longest time of any other request after its last piece of content. Then it gets 503 and is rolled back, except for the
     * operations that a batch without atomic has already done.
     */
    @WithDefault("30S")
    Duration writeDeadline();
}
