package press.gazette.sending;

import org.jspecify.annotations.Nullable;

/**
 * The response to a request for a file. Of 200 the file is complete; of others it is empty.
 *
 * @param location the header of this name; null if there is none
 */
public record Download(int status, @Nullable String location) {}
