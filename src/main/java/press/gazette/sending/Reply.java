package press.gazette.sending;

import org.jspecify.annotations.Nullable;

/**
 * The response to a request to a {@link TargetPolicy target}, of which only the beginning is read.
 *
 * @param retryAfter the header of this name; null if there is none
 * @param beginning the first bytes of the body as UTF-8
 */
public record Reply(int status, @Nullable String retryAfter, String beginning) {}
