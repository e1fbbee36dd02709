package press.gazette.time;

import java.time.Duration;

/**
 * Event: the database's clock has moved by more than {@link DatabaseClock#JUMP}. Fired once for each jump.
 *
 * @param by positive: forward, negative: back
 */
public record ClockJumped(Duration by) {}
