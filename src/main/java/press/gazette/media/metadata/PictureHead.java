package press.gazette.media.metadata;

import org.jspecify.annotations.Nullable;

/**
 * The head of a picture.
 *
 * @param width in pixels, as stored; 0 if the head does not tell
 * @param height in pixels, as stored; 0 if the head does not tell
 * @param exif a block of TIFF; null if there is none
 * @param xmp a packet of XML; null if there is none
 * @param photoshop resources of Photoshop, which have the IPTC's texts; null if there are none
 * @param scans the scans of a progressive JPEG; 0 for all other pictures
 * @param isAnimated true if it has several frames and its format says so before them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PictureHead(
        int width,
        int height,
        int scans,
        byte @Nullable [] exif,
        byte @Nullable [] xmp,
        byte @Nullable [] photoshop,
        boolean isAnimated) {}
