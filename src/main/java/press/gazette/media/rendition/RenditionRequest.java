package press.gazette.media.rendition;

import press.gazette.media.file.StoredFile;
import press.gazette.media.picture.Area;

/**
 * A rendition that is asked for.
 *
 * @param area the part of the upright picture that it shows, in pixels
 * @param version the part of its address that names it
 * @param isWebP false: JPEG
 */
public record RenditionRequest(StoredFile picture, Area area, String version, int width, int height, boolean isWebP) {

    /** A rendition of a record in one of its formats. */
    public static RenditionRequest of(StoredFile picture, Framing framing, PlannedRendition rendition, boolean isWebP) {
        return new RenditionRequest(
                picture,
                framing.area(picture, rendition),
                rendition.version(),
                rendition.width(),
                rendition.height(),
                isWebP);
    }

    /** The same about another point, at an address of its own. */
    public RenditionRequest about(Focus point, String itsVersion) {
        return new RenditionRequest(picture, point.area(picture, width, height), itsVersion, width, height, isWebP);
    }

    /** Its name below the folder of the picture's renditions. */
    String name() {
        return version + "." + extension();
    }

    /** The end of its address, without a dot. */
    public String extension() {
        return isWebP ? "webp" : "jpg";
    }

    public String mediaType() {
        return isWebP ? "image/webp" : "image/jpeg";
    }
}
