package press.gazette.body.block;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.body.inline.Address;
import press.gazette.body.inline.Span;
import press.gazette.body.inline.Spans;

/**
 * One piece of a body. In JSON it is an object whose {@code type} names the type of block; absent components are left
 * out. Every constructor brings its text into the {@linkplain Spans normal form} and rejects values that cannot be
 * shown.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "paragraph", value = ParagraphBlock.class),
    @JsonSubTypes.Type(name = "heading", value = HeadingBlock.class),
    @JsonSubTypes.Type(name = "quote", value = QuoteBlock.class),
    @JsonSubTypes.Type(name = "list", value = ListBlock.class),
    @JsonSubTypes.Type(name = "image", value = ImageBlock.class),
    @JsonSubTypes.Type(name = "embed", value = EmbedBlock.class),
    @JsonSubTypes.Type(name = "code", value = CodeBlock.class),
    @JsonSubTypes.Type(name = "divider", value = DividerBlock.class),
    @JsonSubTypes.Type(name = "gallery", value = GalleryBlock.class),
    @JsonSubTypes.Type(name = "video", value = VideoBlock.class),
    @JsonSubTypes.Type(name = "audio", value = AudioBlock.class),
    @JsonSubTypes.Type(name = "table", value = TableBlock.class),
    @JsonSubTypes.Type(name = "box", value = BoxBlock.class),
    @JsonSubTypes.Type(name = "file", value = FileBlock.class),
    @JsonSubTypes.Type(name = "notes", value = NotesBlock.class)
})
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "One piece of a body; type says which. Expect further types.",
        oneOf = {
            ParagraphBlock.class,
            HeadingBlock.class,
            QuoteBlock.class,
            ListBlock.class,
            ImageBlock.class,
            EmbedBlock.class,
            CodeBlock.class,
            DividerBlock.class,
            GalleryBlock.class,
            VideoBlock.class,
            AudioBlock.class,
            TableBlock.class,
            BoxBlock.class,
            FileBlock.class,
            NotesBlock.class
        },
        discriminatorProperty = "type")
public sealed interface Block
        permits ParagraphBlock,
                HeadingBlock,
                QuoteBlock,
                ListBlock,
                ImageBlock,
                EmbedBlock,
                CodeBlock,
                DividerBlock,
                GalleryBlock,
                VideoBlock,
                AudioBlock,
                TableBlock,
                BoxBlock,
                FileBlock,
                NotesBlock {

    /** Calls the format's method for this type of block and returns its result, the block in that format. */
    <T> T writeTo(BlockWriter<T> format);

    /** The running text that counts as words of the article; empty for pictures, tables and the like. */
    List<List<Span>> prose();

    /** UTF-16 units of prose and code, which count towards the bound of a body. */
    long length();

    /** The pictures that the block shows, in order. */
    Stream<ImageBlock> pictures();

    /** All inline text in the block: prose, captions, cells and the like. */
    default Stream<List<Span>> texts() {
        return prose().stream();
    }

    /**
     * A copy with all its inline text changed.
     *
     * @param change returns text with the same words
     */
    Block withTexts(UnaryOperator<List<Span>> change);

    /**
     * A copy with all its pictures changed.
     *
     * @param change returns the picture with another click target
     */
    Block withPictures(UnaryOperator<ImageBlock> change);

    /** The articles that links of its text and of its pictures lead to by their ids. */
    default Stream<UUID> articles() {
        return Stream.concat(
                        texts().flatMap(List::stream).map(Span::article),
                        pictures().map(ImageBlock::article))
                .filter(Objects::nonNull);
    }

    /** The ids of the newsroom's media in this block: those that it names, and those in the addresses of their files. */
    default Stream<UUID> mediaIds() {
        return Stream.concat(
                pictures().flatMap(image -> Address.media(image.media(), image.url())),
                inner().flatMap(Block::mediaIds));
    }

    /** The block without these of the newsroom's media; empty if nothing is left of it. */
    default Optional<Block> without(Set<UUID> media) {
        return mediaIds().anyMatch(media::contains) ? Optional.empty() : Optional.of(this);
    }

    /** The kinds of parts whose number a newsroom may bound. */
    enum Part {
        ROWS,
        CELLS,
        ITEMS,
        LEVELS,
        PICTURES,
        BLOCKS
    }

    /**
     * A number of parts of a block.
     *
     * @param member the member of the block in JSON that has them
     */
    record Measure(Part part, String member, long count) {}

    /** The numbers of those parts that this type of block has. */
    default Stream<Measure> measures() {
        return Stream.empty();
    }

    /** The blocks within this block; empty except for a box. */
    default Stream<Block> inner() {
        return Stream.empty();
    }

    /** The footnotes within this block, in order. */
    default Stream<NotesBlock.Footnote> footnotes() {
        return Stream.empty();
    }

    /** The ids of the footnotes within this block. */
    default Stream<String> noteIds() {
        return footnotes().map(NotesBlock.Footnote::id);
    }

    /**
     * A copy with ids that no earlier block of the body has.
     *
     * @param free returns a free id for a wanted id
     */
    default Block withIds(UnaryOperator<String> free) {
        return this;
    }
}
