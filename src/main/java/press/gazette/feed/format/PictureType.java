package press.gazette.feed.format;

import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The media type of a picture, as far as its address tells. */
final class PictureType {

    private static final Map<String, String> BY_EXTENSION = Map.of(
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "png", "image/png",
            "gif", "image/gif",
            "webp", "image/webp",
            "avif", "image/avif",
            "svg", "image/svg+xml");

    private PictureType() {}

    /** Absent: nothing tells it. */
    static @Nullable String of(String url) {
        String path = url.replaceAll("[?#].*", "");
        return BY_EXTENSION.get(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }
}
