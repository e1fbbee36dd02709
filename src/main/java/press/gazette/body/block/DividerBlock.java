package press.gazette.body.block;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.body.inline.Span;

/** A change of scene, shown as a rule. */
@Schema(description = "A break between two parts.")
public record DividerBlock() implements Block {

    @Override
    public <T> T writeTo(BlockWriter<T> format) {
        return format.divider(this);
    }

    @Override
    public List<List<Span>> prose() {
        return List.of();
    }

    @Override
    public Block withTexts(UnaryOperator<List<Span>> change) {
        return this;
    }

    @Override
    public long length() {
        return 0;
    }

    @Override
    public DividerBlock withPictures(UnaryOperator<ImageBlock> change) {
        return this;
    }

    @Override
    public Stream<ImageBlock> pictures() {
        return Stream.empty();
    }
}
