package press.gazette.cache;

import java.time.Instant;

/**
 * The time in which a response is right if nothing changes.
 *
 * @param from the time of its reading
 * @param until the first end of anything that it shows
 */
public record Validity(Instant from, Instant until) {

    boolean includes(Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }
}
