package press.gazette.body.markdown;

import java.util.ArrayList;
import java.util.List;

import press.gazette.body.assembly.Losses;
import press.gazette.body.block.AudioBlock;
import press.gazette.body.block.BlockWriter;
import press.gazette.body.block.BoxBlock;
import press.gazette.body.block.CodeBlock;
import press.gazette.body.block.DividerBlock;
import press.gazette.body.block.EmbedBlock;
import press.gazette.body.block.FileBlock;
import press.gazette.body.block.GalleryBlock;
import press.gazette.body.block.HeadingBlock;
import press.gazette.body.block.ImageBlock;
import press.gazette.body.block.ListBlock;
import press.gazette.body.block.NotesBlock;
import press.gazette.body.block.ParagraphBlock;
import press.gazette.body.block.QuoteBlock;
import press.gazette.body.block.TableBlock;
import press.gazette.body.block.VideoBlock;
import press.gazette.body.inline.Span;
import press.gazette.body.inline.Spans;

/**
 * The lines that a block adds to the quotation or list around it. Empty for a block that splits it instead. A heading, a
 * quotation or a list that becomes lines is reported as a loss.
 */
final class JoinableLines implements BlockWriter<List<List<Span>>> {

    private final Losses losses;

    JoinableLines(Losses losses) {
        this.losses = losses;
    }

    @Override
    public List<List<Span>> paragraph(ParagraphBlock block) {
        return block.prose();
    }

    @Override
    public List<List<Span>> heading(HeadingBlock block) {
        losses.add("heading", Spans.plain(block.text()));
        return block.prose();
    }

    @Override
    public List<List<Span>> quote(QuoteBlock block) {
        if (block.pulled()) {
            return List.of();
        }
        losses.add("quote", Spans.plain(block.text()));
        List<List<Span>> lines = new ArrayList<>(block.prose());
        if (!block.attributionSpans().isEmpty()) {
            List<Span> signature = new ArrayList<>(block.attributionSpans());
            signature.add(0, Span.of("— "));
            lines.add(signature);
        }
        return lines;
    }

    @Override
    public List<List<Span>> list(ListBlock block) {
        losses.add("list", Spans.plain(block.items().get(0)));
        return block.prose();
    }

    @Override
    public List<List<Span>> image(ImageBlock block) {
        return List.of();
    }

    @Override
    public List<List<Span>> embed(EmbedBlock block) {
        return List.of();
    }

    @Override
    public List<List<Span>> code(CodeBlock block) {
        return List.of();
    }

    @Override
    public List<List<Span>> divider(DividerBlock block) {
        return List.of();
    }

    @Override
    public List<List<Span>> gallery(GalleryBlock block) {
        return List.of();
    }

    @Override
    public List<List<Span>> video(VideoBlock block) {
        return List.of();
    }

    @Override
    public List<List<Span>> audio(AudioBlock block) {
        return List.of();
    }

    @Override
    public List<List<Span>> table(TableBlock block) {
        return List.of();
    }

    @Override
    public List<List<Span>> box(BoxBlock block) {
        return List.of();
    }

    @Override
    public List<List<Span>> file(FileBlock block) {
        return List.of();
    }

    @Override
    public List<List<Span>> notes(NotesBlock block) {
        return List.of();
    }
}
