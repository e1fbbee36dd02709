package press.gazette.body.block;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.body.inline.Line;
import press.gazette.body.inline.Span;

/**
 * Pictures shown together, each with its own caption.
 *
 * @param images at least one
 * @param caption one line about all pictures; absent: none
 * @param captionText the caption as inline text; absent if it has no marks or links
 */
@Schema(description = "Pictures that are looked at together, each with its own caption.")
public record GalleryBlock(
        @Schema(description = "In order.") List<ImageBlock> images,

        @Schema(description = "The caption of all of them, one line. Absent: none.") @Nullable
        String caption,

        @Schema(description = "The caption as running text. Absent: it has no marks or links.") @Nullable
        List<Span> captionText)
        implements Block {

    /** Pictures in one gallery; a larger collection deserves a page of its own. */
    public static final int MAX_IMAGES = 200;

    public GalleryBlock {
        if (images == null || images.isEmpty() || images.size() > MAX_IMAGES) {
            throw new IllegalArgumentException("gallery.images must be a list of 1 to " + MAX_IMAGES
                    + " images; this has " + (images == null ? 0 : images.size()) + ".");
        }
        images = List.copyOf(images);
        Line line = Line.of("gallery.caption", caption, captionText);
        caption = line.plain();
        captionText = line.rich();
    }

    @Override
    public Stream<Measure> measures() {
        return Stream.of(new Measure(Part.PICTURES, "images", images.size()));
    }

    /** The caption as inline text; empty: none. */
    public List<Span> captionSpans() {
        return Line.spans(caption, captionText);
    }

    @Override
    public <T> T writeTo(BlockWriter<T> format) {
        return format.gallery(this);
    }

    @Override
    public List<List<Span>> prose() {
        return List.of();
    }

    @Override
    public Stream<List<Span>> texts() {
        return Stream.concat(images.stream().map(ImageBlock::captionSpans), Stream.of(captionSpans()));
    }

    @Override
    public Block withTexts(UnaryOperator<List<Span>> change) {
        List<ImageBlock> changed =
                images.stream().map(image -> image.withTexts(change)).toList();
        return new GalleryBlock(changed, null, change.apply(captionSpans()));
    }

    @Override
    public Block withPictures(UnaryOperator<ImageBlock> change) {
        return new GalleryBlock(images.stream().map(change).toList(), caption, captionText);
    }

    @Override
    public Optional<Block> without(Set<UUID> media) {
        List<ImageBlock> others = images.stream()
                .filter(image -> image.without(media).isPresent())
                .toList();
        return others.isEmpty() ? Optional.empty() : Optional.of(new GalleryBlock(others, caption, captionText));
    }

    @Override
    public long length() {
        return 0;
    }

    @Override
    public Stream<ImageBlock> pictures() {
        return images.stream();
    }
}
