package press.gazette.body.block;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.body.inline.Line;
import press.gazette.body.inline.Span;

/**
 * Blocks that stand apart from the text around them: a fact box, an aside, a section that unfolds.
 *
 * @param kind a lower-case word such as {@code facts}, {@code aside} or {@code details}; an open set
 * @param title one line; absent: none
 * @param titleText the title as inline text; absent if it has no marks or links
 * @param blocks at least one
 */
@Schema(description = "Blocks that stand apart from the text around them: a fact box, an aside.")
public record BoxBlock(
        @Schema(description = "A word such as facts, aside or details. Expect further ones.", example = "facts")
        String kind,

        @Schema(description = "A line above it. Absent: none.") @Nullable
        String title,

        @Schema(description = "The title as running text. Absent: it has no marks or links.") @Nullable
        List<Span> titleText,

        @Schema(description = "Its content, at least one block. Boxes may stand in boxes, three deep.")
        List<Block> blocks)
        implements Block {

    /** Blocks directly in one box; a longer box should be an article. */
    public static final int MAX_BLOCKS = 500;

    /** Depth of boxes within boxes. */
    public static final int MAX_DEPTH = 3;

    private static final Pattern KIND = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public BoxBlock {
        if (kind == null || !isKind(kind)) {
            throw new IllegalArgumentException(
                    "box.kind must be 1 to 40 lower-case letters, digits or hyphens, such as \"facts\".");
        }
        Line line = Line.of("box.title", title, titleText);
        title = line.plain();
        titleText = line.rich();
        if (blocks == null || blocks.isEmpty() || blocks.size() > MAX_BLOCKS) {
            throw new IllegalArgumentException("box.blocks must be a list of 1 to " + MAX_BLOCKS + " blocks; this has "
                    + (blocks == null ? 0 : blocks.size()) + ".");
        }
        blocks = List.copyOf(blocks);
        if (isDeeper(blocks, MAX_DEPTH)) {
            throw new IllegalArgumentException("box.blocks must hold boxes at most " + MAX_DEPTH + " deep.");
        }
    }

    /**
     * True if the blocks nest deeper than {@code levels}. A loop that looks no deeper, so the input cannot exhaust the
     * stack.
     */
    private static boolean isDeeper(List<Block> blocks, int levels) {
        List<Block> level = blocks;
        for (int depth = 0; depth < levels && !level.isEmpty(); depth++) {
            level = level.stream().flatMap(Block::inner).toList();
        }
        return !level.isEmpty();
    }

    public static boolean isKind(String word) {
        return KIND.matcher(word).matches();
    }

    /** The title as inline text; empty: no title. */
    public List<Span> titleSpans() {
        return Line.spans(title, titleText);
    }

    @Override
    public <T> T writeTo(BlockWriter<T> format) {
        return format.box(this);
    }

    @Override
    public List<List<Span>> prose() {
        Stream<List<Span>> inside = blocks.stream().flatMap(block -> block.prose().stream());
        return Stream.concat(Stream.of(titleSpans()), inside).toList();
    }

    @Override
    public Stream<List<Span>> texts() {
        return Stream.concat(Stream.of(titleSpans()), blocks.stream().flatMap(Block::texts));
    }

    @Override
    public Stream<Measure> measures() {
        return Stream.of(new Measure(Part.BLOCKS, "blocks", blocks.size()));
    }

    @Override
    public Stream<Block> inner() {
        return blocks.stream();
    }

    @Override
    public Stream<NotesBlock.Footnote> footnotes() {
        return blocks.stream().flatMap(Block::footnotes);
    }

    @Override
    public Block withIds(UnaryOperator<String> free) {
        List<Block> others = blocks.stream().map(block -> block.withIds(free)).toList();
        return others.equals(blocks) ? this : new BoxBlock(kind, title, titleText, others);
    }

    @Override
    public Block withTexts(UnaryOperator<List<Span>> change) {
        List<Block> changed =
                blocks.stream().map(block -> block.withTexts(change)).toList();
        return new BoxBlock(kind, null, change.apply(titleSpans()), changed);
    }

    @Override
    public Block withPictures(UnaryOperator<ImageBlock> change) {
        List<Block> changed =
                blocks.stream().map(block -> block.withPictures(change)).toList();
        return new BoxBlock(kind, title, titleText, changed);
    }

    @Override
    public Optional<Block> without(Set<UUID> media) {
        List<Block> others =
                blocks.stream().flatMap(block -> block.without(media).stream()).toList();
        return others.isEmpty() ? Optional.empty() : Optional.of(new BoxBlock(kind, title, titleText, others));
    }

    @Override
    public long length() {
        return blocks.stream().mapToLong(Block::length).sum();
    }

    @Override
    public Stream<ImageBlock> pictures() {
        return blocks.stream().flatMap(Block::pictures);
    }
}
