package press.gazette.body.block;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.body.inline.Span;
import press.gazette.body.inline.Spans;

/**
 * Sentences that belong together.
 *
 * @param text never empty
 */
@Schema(description = "Sentences that belong together.")
public record ParagraphBlock(
        @Schema(description = "Running text.") List<Span> text) implements Block {

    public ParagraphBlock {
        text = Spans.required("paragraph.text", text);
    }

    @Override
    public <T> T writeTo(BlockWriter<T> format) {
        return format.paragraph(this);
    }

    @Override
    public List<List<Span>> prose() {
        return List.of(text);
    }

    @Override
    public Block withTexts(UnaryOperator<List<Span>> change) {
        return new ParagraphBlock(change.apply(text));
    }

    @Override
    public long length() {
        return Spans.length(text);
    }

    @Override
    public ParagraphBlock withPictures(UnaryOperator<ImageBlock> change) {
        return this;
    }

    @Override
    public Stream<ImageBlock> pictures() {
        return Stream.empty();
    }
}
