package press.gazette.media;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** The attribute srcset of a picture: its renditions in its own shape, by their widths. */
final class Srcset {

    private Srcset() {}

    /** Null if there is only one width. */
    static @Nullable String of(String url, int width, int height, List<Rendition> renditions) {
        Map<Integer, String> byWidth = new TreeMap<>();
        renditions.stream()
                .filter(each -> isWhole(each, width, height))
                .forEach(each -> byWidth.putIfAbsent(each.width(), each.lightest()));
        byWidth.putIfAbsent(width, url);
        boolean isReadable = byWidth.values().stream()
                .noneMatch(each -> each.startsWith(",")
                        || each.endsWith(",")
                        || each.chars().anyMatch(c -> c <= ' '));
        return byWidth.size() < 2 || !isReadable
                ? null
                : byWidth.entrySet().stream()
                        .map(each -> each.getValue() + " " + each.getKey() + "w")
                        .collect(Collectors.joining(", "));
    }

    /** True if it shows the whole picture: its height is what its width asks for, to a pixel, and it is no named crop. */
    static boolean isWhole(Rendition rendition, int width, int height) {
        return width > 0
                && Math.abs((double) rendition.width() * height / width - rendition.height()) <= 1
                && !MediaAddress.isOfNamedCrop(rendition.url());
    }
}
