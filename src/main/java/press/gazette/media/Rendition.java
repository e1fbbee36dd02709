package press.gazette.media;

/**
 * A ready-made crop of a picture.
 *
 * @param name its purpose: {@code wide}, {@code square} …; an open set
 * @param url absolute, or a path from the root of this server
 * @param width in CSS pixels
 * @param height in CSS pixels
 */
public record Rendition(String name, String url, int width, int height) {}
