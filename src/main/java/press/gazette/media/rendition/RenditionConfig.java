package press.gazette.media.rendition;

import java.util.List;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The renditions of pictures. */
@ConfigMapping(prefix = "gazette")
interface RenditionConfig {

    /**
     * The renditions, each as {@code name:width} in the shape of the picture, or {@code name:widthxheight} cropped about the
     * focus. They hold for pictures that are stored, refocused or get other crops from then on.
     */
    @WithDefault("thumb:160x160,card:480,wide-800:800,wide-1200:1200,wide-1600:1600,square:600x600,social:1200x630")
    List<String> mediaPresets();

    /** The quality of JPEG and WebP, 1 to 100. */
    @WithDefault("80")
    int mediaQuality();
}
