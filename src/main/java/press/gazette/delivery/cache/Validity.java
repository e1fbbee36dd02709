package press.gazette.delivery.cache;

import java.time.Instant;

/**
 * When an answer is right, as far as the clock alone has a say.
 *
 * @param from when it was read
 * @param until the first end of anything it shows
 */
public record Validity(Instant from, Instant until) {

    boolean includes(Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }
}
