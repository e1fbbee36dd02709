package press.gazette.media;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A ready-made size or crop of a picture.
 *
 * @param name its purpose: {@code wide}, {@code square} …; an open set
 * @param url absolute, or a path from the root of this server
 * @param width in CSS pixels
 * @param height in CSS pixels
 * @param webp the same in WebP; null if there is none
 */
public record Rendition(
        String name,
        String url,
        int width,
        int height,

        @Schema(description = "URL of the same in WebP. Absent: there is none.") @Nullable
        String webp) {

    public Rendition(String name, String url, int width, int height) {
        this(name, url, width, height, null);
    }

    /** The smaller of its files. */
    String lightest() {
        return webp == null ? url : webp;
    }
}
