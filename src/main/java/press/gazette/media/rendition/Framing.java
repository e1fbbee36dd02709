package press.gazette.media.rendition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import press.gazette.json.JsonColumn;
import press.gazette.media.file.StoredFile;
import press.gazette.media.picture.Area;

/**
 * The parts of a picture that its crops show, as the desk sets them.
 *
 * @param focus the point that crops keep; null: the middle
 * @param crops the areas that crops show instead, by the names of their presets; null: there are none
 */
@Embeddable
public record Framing(
        @Nullable Focus focus,

        @Column(name = "crops") @Convert(converter = CropsColumn.class) @Nullable
        Map<String, CropArea> crops) {

    /** Crops keep the middle. */
    public static final Framing NONE = new Framing(null, null);

    public Framing {
        crops = crops == null || crops.isEmpty() ? null : Collections.unmodifiableMap(new LinkedHashMap<>(crops));
    }

    /** Reads the columns of a record. */
    public static Framing of(@Nullable Integer focusX, @Nullable Integer focusY, @Nullable String crops) {
        return new Framing(
                focusX == null || focusY == null ? null : new Focus(focusX, focusY),
                new CropsColumn().convertToEntityAttribute(crops));
    }

    /** The point that crops keep which have no area of their own. */
    public Focus point() {
        return Objects.requireNonNullElse(focus, Focus.MIDDLE);
    }

    /** The same about another point. */
    public Framing about(@Nullable Focus another) {
        return new Framing(another, crops);
    }

    /** Null for {@link #NONE}, as a row has it: else a save that changes nothing would count as a change. */
    public @Nullable Framing orNull() {
        return equals(NONE) ? null : this;
    }

    /** The same for another file, which may have no renditions to crop. */
    public Framing forFile(StoredFile file) {
        return file.hasRenditions() ? this : new Framing(focus, null);
    }

    /** The part of the upright picture that a crop shows, in pixels and in the shape of the preset. */
    Area area(StoredFile picture, Preset preset) {
        return area(picture, preset.name(), isNamed(preset.name()), preset.width(), preset.height());
    }

    /** The part of the upright picture that a rendition shows, in pixels. */
    Area area(StoredFile picture, PlannedRendition rendition) {
        return area(
                picture,
                rendition.preset(),
                RenditionVersion.isOfNamedCrop(rendition.version()),
                rendition.width(),
                rendition.height());
    }

    private Area area(StoredFile picture, String preset, boolean isNamed, int wide, int high) {
        CropArea named = isNamed && crops != null ? crops.get(preset) : null;
        return named == null
                ? point().area(picture, wide, high)
                : named.pixels(picture.width(), picture.height(), wide, high);
    }

    /** True if the crop of this preset shows an area of its own. */
    boolean isNamed(String preset) {
        return crops != null && crops.containsKey(preset);
    }

    @Converter
    @Immutable
    static final class CropsColumn extends JsonColumn<Map<String, CropArea>> {}
}
