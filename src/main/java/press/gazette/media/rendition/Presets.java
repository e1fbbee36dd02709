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

    /** No preset can have this name. */
    private static final String FREE = "free size";

    private static final int FILE_DIGITS = 8;
    private static final int RECIPE_DIGITS = 12;

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

    /**
     * A rendition of any size, which no preset has. It is not larger than the picture.
     *
     * @param width in pixels, at most
     * @param height in pixels, at most
     * @param isCropped true if both sides are filled
     */
    public RenditionRequest free(
            StoredFile picture, Focus focus, int width, int height, boolean isCropped, boolean isWebP) {
        PlannedRendition plan = isCropped
                ? crop(new Preset(FREE, width, height), picture, focus)
                : within(picture, focus, width, height);
        return new RenditionRequest(picture, focus, plan.version(), plan.width(), plan.height(), isWebP);
    }

    private PlannedRendition within(StoredFile picture, Focus focus, int width, int height) {
        double byWidth = (double) width / picture.width();
        double byHeight = (double) height / picture.height();
        double scale = Math.min(1, Math.min(byWidth, byHeight));
        return planned(
                new Preset(FREE, width, height),
                picture,
                focus,
                (int) Math.max(1, Math.round(picture.width() * scale)),
                (int) Math.max(1, Math.round(picture.height() * scale)));
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

    /**
     * The version is made of everything that the pixels depend on: the same address never has others. It begins with that of the
     * file, so that an address with a former focus is known as one of this file.
     */
    private PlannedRendition planned(Preset preset, StoredFile picture, Focus focus, int width, int height) {
        String recipe = String.join(
                "|",
                picture.hash(),
                preset.name(),
                width + "x" + height,
                focus.x() + "," + focus.y(),
                Integer.toString(quality));
        String version = ofFile(picture) + hash(recipe).substring(0, RECIPE_DIGITS);
        return new PlannedRendition(preset.name(), version, width, height);
    }

    /** True if this is the version of a rendition of the file, with the focus and the settings of any time. */
    public static boolean isOf(StoredFile picture, String version) {
        return version.length() == FILE_DIGITS + RECIPE_DIGITS && version.startsWith(ofFile(picture));
    }

    private static String ofFile(StoredFile picture) {
        return picture.hash().substring(0, FILE_DIGITS);
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
