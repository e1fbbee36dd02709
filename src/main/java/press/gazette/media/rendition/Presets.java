package press.gazette.media.rendition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import press.gazette.media.file.StoredFile;
import press.gazette.media.picture.Area;

/** The renditions that this newsroom wants of each picture. */
@Singleton
public final class Presets {

    private static final int VERSION_DIGITS = 16;

    private final List<Preset> scaled;
    private final List<Preset> cropped;
    private final int quality;

    Presets(RenditionConfig config) {
        List<Preset> all = config.mediaPresets().stream().map(Preset::parse).toList();
        scaled = all.stream()
                .filter(preset -> !preset.isCropped())
                .sorted((a, b) -> a.width() - b.width())
                .toList();
        cropped = all.stream().filter(Preset::isCropped).toList();
        quality = config.mediaQuality();
        if (scaled.isEmpty() || all.stream().map(Preset::name).distinct().count() < all.size()) {
            throw new IllegalArgumentException(
                    "gazette.media-presets must have different names, and one without a height at least.");
        }
    }

    /**
     * The renditions of a picture, those in its own shape first and the largest of them first of all. None is larger than the
     * picture. Empty if the picture cannot be decoded.
     */
    public List<PlannedRendition> plan(StoredFile picture, Focus focus) {
        if (!picture.hasRenditions()) {
            return List.of();
        }
        List<PlannedRendition> plan = new ArrayList<>();
        for (Preset preset : scaled) {
            boolean isLast = preset.width() >= picture.width();
            int width = Math.min(preset.width(), picture.width());
            int height = Math.max(1, (int) Math.round((double) width * picture.height() / picture.width()));
            plan.add(0, planned(preset, picture, focus, width, height));
            if (isLast) {
                break;
            }
        }
        return Stream.concat(plan.stream(), cropped.stream().map(preset -> crop(preset, picture, focus)))
                .toList();
    }

    private PlannedRendition crop(Preset preset, StoredFile picture, Focus focus) {
        Area area = Area.of(picture.width(), picture.height(), preset.width(), preset.height(), focus.x(), focus.y());
        boolean isSmaller = area.width() < preset.width();
        return planned(
                preset,
                picture,
                focus,
                isSmaller ? area.width() : preset.width(),
                isSmaller ? area.height() : preset.height());
    }

    /** The version is made of everything that the pixels depend on: the same address never has others. */
    private PlannedRendition planned(Preset preset, StoredFile picture, Focus focus, int width, int height) {
        String recipe = String.join(
                "|",
                picture.hash(),
                preset.name(),
                width + "x" + height,
                focus.x() + "," + focus.y(),
                Integer.toString(quality));
        return new PlannedRendition(preset.name(), hash(recipe).substring(0, VERSION_DIGITS), width, height);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    int quality() {
        return quality;
    }
}
