package press.gazette.time;

import java.time.Duration;

/**
 * The clock does not go on from where it was; fired once for each jump.
 *
 * @param by forward, or negative: back
 */
public record ClockJumped(Duration by) {}
