package press.gazette.media.rendition;

/**
 * A rendition that a picture can have.
 *
 * @param preset its name
 * @param version the part of its address by which it differs from others of the same picture and preset
 * @param width in pixels
 * @param height in pixels
 */
public record PlannedRendition(String preset, String version, int width, int height) {}
