package press.gazette.sending;

/**
 * A response that was read to its end.
 *
 * @param text the body as UTF-8
 */
public record Response(int status, String text) {}
