package press.gazette.feed.format;

import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The kinds of media in feeds, each with the media types of its files by the extension of their URL. */
public enum MediaKind {
    PICTURE(
            "image",
            Map.of(
                    "jpg", "image/jpeg",
                    "jpeg", "image/jpeg",
                    "png", "image/png",
                    "gif", "image/gif",
                    "webp", "image/webp",
                    "avif", "image/avif",
                    "svg", "image/svg+xml")),
    AUDIO(
            "audio",
            Map.ofEntries(
                    Map.entry("mp3", "audio/mpeg"),
                    Map.entry("m4a", "audio/mp4"),
                    Map.entry("mp4", "audio/mp4"),
                    Map.entry("aac", "audio/aac"),
                    Map.entry("ogg", "audio/ogg"),
                    Map.entry("oga", "audio/ogg"),
                    Map.entry("opus", "audio/ogg"),
                    Map.entry("flac", "audio/flac"),
                    Map.entry("wav", "audio/wav"),
                    Map.entry("webm", "audio/webm"),
                    Map.entry("m3u8", "application/vnd.apple.mpegurl"))),
    VIDEO(
            "video",
            Map.ofEntries(
                    Map.entry("mp4", "video/mp4"),
                    Map.entry("m4v", "video/mp4"),
                    Map.entry("mov", "video/quicktime"),
                    Map.entry("mpg", "video/mpeg"),
                    Map.entry("mpeg", "video/mpeg"),
                    Map.entry("ogg", "video/ogg"),
                    Map.entry("ogv", "video/ogg"),
                    Map.entry("webm", "video/webm"),
                    Map.entry("m3u8", "application/vnd.apple.mpegurl"),
                    Map.entry("mpd", "application/dash+xml")));

    /** The name of the kind in Media RSS. */
    final String medium;

    @SuppressWarnings("ImmutableEnumChecker") // Map.of makes immutable maps
    private final Map<String, String> types;

    MediaKind(String medium, Map<String, String> types) {
        this.medium = medium;
        this.types = types;
    }

    /** The name of the kind in ninjs. */
    String ninjs() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The media type of a file; null if the extension is unknown. */
    @Nullable
    String type(String url) {
        String path = url.replaceAll("[?#].*", "");
        return types.get(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }
}
