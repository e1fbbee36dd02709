package press.gazette.media.rendition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import press.gazette.json.Pointer;
import press.gazette.media.file.StoredFile;
import press.gazette.media.picture.Area;
import press.gazette.problem.Faults;
import press.gazette.problem.Problem;

/** The renditions that this newsroom wants of each picture. */
@Singleton
public final class Presets {

    /** No preset can have this name. */
    private static final String FREE = "free size";

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
    public List<PlannedRendition> plan(StoredFile picture, Framing framing) {
        if (!picture.hasRenditions()) {
            return List.of();
        }
        List<PlannedRendition> plan = new ArrayList<>();
        for (Preset preset : scaled) {
            boolean isLast = preset.width() >= picture.width();
            int width = Math.min(preset.width(), picture.width());
            int height = Math.max(1, (int) Math.round((double) width * picture.height() / picture.width()));
            plan.add(0, planned(preset, picture, framing.point(), width, height));
            if (isLast) {
                break;
            }
        }
        return Stream.concat(plan.stream(), cropped.stream().map(preset -> crop(preset, picture, framing)))
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
                ? crop(new Preset(FREE, width, height), picture, new Framing(focus, null))
                : within(picture, focus, width, height);
        return RenditionRequest.of(picture, new Framing(focus, null), plan, isWebP);
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

    private PlannedRendition crop(Preset preset, StoredFile picture, Framing framing) {
        Area area = framing.area(picture, preset);
        boolean isSmaller = area.width() < preset.width();
        int width = isSmaller ? area.width() : preset.width();
        int height = isSmaller ? area.height() : preset.height();
        return framing.isNamed(preset.name())
                ? planned(preset, picture, area, width, height)
                : planned(preset, picture, framing.point(), width, height);
    }

    private PlannedRendition planned(Preset preset, StoredFile picture, Focus focus, int width, int height) {
        String recipe = recipe(preset, focus.x() + "," + focus.y(), width, height);
        return new PlannedRendition(preset.name(), RenditionVersion.of(picture, recipe, false), width, height);
    }

    /** A named crop does not follow the focus, so neither does its address. */
    private PlannedRendition planned(Preset preset, StoredFile picture, Area area, int width, int height) {
        String place = area.x() + "," + area.y() + "," + area.width() + "," + area.height();
        String recipe = recipe(preset, place, width, height);
        return new PlannedRendition(preset.name(), RenditionVersion.of(picture, recipe, true), width, height);
    }

    private String recipe(Preset preset, String place, int width, int height) {
        return String.join("|", preset.name(), width + "x" + height, place, Integer.toString(quality));
    }

    /**
     * Rejects areas for presets that are unknown or do not crop.
     *
     * @param crops by the names of their presets; null: there are none
     * @param former those of the record so far: they stay valid without their presets, which are settings
     * @throws Problem {@code invalid-content}
     */
    public void requireCropping(@Nullable Map<String, CropArea> crops, @Nullable Map<String, CropArea> former) {
        Faults faults = new Faults();
        Map<String, CropArea> fresh = new LinkedHashMap<>(crops == null ? Map.of() : crops);
        if (former != null) {
            fresh.entrySet().removeAll(former.entrySet());
        }
        List<String> known = cropped.stream().map(Preset::name).toList();
        fresh.keySet().removeAll(known);
        for (String name : fresh.keySet()) {
            Supplier<String> at = Pointer.WHOLE.to("crops").to(name)::toString;
            if (scaled.stream().anyMatch(preset -> preset.name().equals(name))) {
                faults.add(at, () -> "The rendition " + name + " shows the whole picture.");
            } else {
                faults.unknown(at, name, known);
            }
        }
        faults.refuse();
    }

    int quality() {
        return quality;
    }
}
