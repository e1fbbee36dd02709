package press.gazette.media.rendition;

import press.gazette.media.file.StoredFile;

/**
 * A rendition that is asked for.
 *
 * @param version the part of its address that names it
 * @param isWebP false: JPEG
 */
public record RenditionRequest(StoredFile picture, Focus focus, String version, int width, int height, boolean isWebP) {

    /** The same about another point, at an address of its own. */
    public RenditionRequest about(Focus point, String itsVersion) {
        return new RenditionRequest(picture, point, itsVersion, width, height, isWebP);
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
