package press.gazette.sending;

/**
 * A complete response.
 *
 * @param text the body as UTF-8
 */
public record Response(int status, String text) {}
