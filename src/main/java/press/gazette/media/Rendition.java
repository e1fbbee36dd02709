package press.gazette.media;

/**
 * One ready-made form of a picture.
 *
 * @param name what it is for: {@code wide}, {@code square} …; an open set
 * @param url absolute, or from the root of this server
 * @param width in CSS pixels
 * @param height in CSS pixels
 */
public record Rendition(String name, String url, int width, int height) {}
