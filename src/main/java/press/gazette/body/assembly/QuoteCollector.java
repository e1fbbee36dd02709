package press.gazette.body.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import press.gazette.body.block.Block;
import press.gazette.body.block.QuoteBlock;
import press.gazette.body.inline.Line;
import press.gazette.body.inline.Span;
import press.gazette.body.inline.Spans;

/** The paragraphs of an open quotation. Each line in it becomes a paragraph, list items included. */
final class QuoteCollector implements LineCollector {

    private final boolean pull;
    private final Consumer<Block> sink;
    private final List<List<Span>> paragraphs = new ArrayList<>();
    private List<Span> name = List.of();

    QuoteCollector(boolean pull, Consumer<Block> sink) {
        this.pull = pull;
        this.sink = sink;
    }

    @Override
    public void extend(List<Span> line) {
        paragraphs.add(line);
    }

    @Override
    public boolean openList(boolean ordered, int first) {
        return false;
    }

    @Override
    public void closeList() {
        // Items become paragraphs.
    }

    @Override
    public void item(@Nullable Integer number) {
        // Items become paragraphs.
    }

    @Override
    public void attribute(List<Span> by) {
        name = by;
    }

    @Override
    public void flush() {
        if (paragraphs.isEmpty()) {
            return;
        }
        Line line = Line.of("quote.attribution", name);
        List<List<Span>> parts = paragraphs.size() > 1 ? List.copyOf(paragraphs) : null;
        sink.accept(new QuoteBlock(Spans.joined(paragraphs), line.plain(), parts, line.rich(), pull ? true : null));
        paragraphs.clear();
    }
}
