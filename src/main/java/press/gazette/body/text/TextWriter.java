package press.gazette.body.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import press.gazette.body.block.AudioBlock;
import press.gazette.body.block.Block;
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
import press.gazette.body.table.TableCell;

/** Writes plain text, without markup and addresses, with an empty line between blocks. */
public final class TextWriter implements BlockWriter<String> {

    private static final TextWriter TEXT = new TextWriter();

    private TextWriter() {}

    public static String write(List<Block> blocks) {
        return blocks.stream()
                .map(block -> block.writeTo(TEXT))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    @Override
    public String paragraph(ParagraphBlock block) {
        return TextSpans.of(block.text());
    }

    @Override
    public String heading(HeadingBlock block) {
        return TextSpans.of(block.text());
    }

    @Override
    public String quote(QuoteBlock block) {
        String quotation = block.allParagraphs().stream().map(TextSpans::of).collect(Collectors.joining("\n"));
        return block.attributionSpans().isEmpty()
                ? quotation
                : quotation + "\n— " + TextSpans.of(block.attributionSpans());
    }

    /** Inner lists are indented by the markers of the items around them. */
    @Override
    public String list(ListBlock block) {
        List<String> lines = new ArrayList<>();
        ListNumbers numbers = new ListNumbers(block);
        for (int i = 0; i < block.items().size(); i++) {
            int number = numbers.next(i);
            String indent = "   ".repeat(block.level(i).depth());
            String marker = indent + (block.numbered(i) ? number + ". " : "• ");
            lines.add(marker + TextSpans.of(block.items().get(i)).replace("\n", "\n" + " ".repeat(marker.length())));
        }
        return String.join("\n", lines);
    }

    /** The caption, or else the alt text; empty for a picture that only decorates. */
    @Override
    public String image(ImageBlock block) {
        String caption = block.captionSpans().isEmpty() ? block.alt() : TextSpans.of(block.captionSpans());
        return withCredit(caption, block.credit());
    }

    private static String withCredit(String caption, @Nullable String credit) {
        return joined(" ", Stream.of(caption, credit == null ? "" : "(" + credit + ")"));
    }

    private static String joined(String gap, Stream<String> texts) {
        return texts.filter(text -> !text.isEmpty()).collect(Collectors.joining(gap));
    }

    @Override
    public String embed(EmbedBlock block) {
        return joined("\n", Stream.of(block.fallback(), TextSpans.of(block.captionSpans())));
    }

    @Override
    public String code(CodeBlock block) {
        return block.text();
    }

    @Override
    public String divider(DividerBlock block) {
        return "* * *";
    }

    @Override
    public String gallery(GalleryBlock block) {
        return joined(
                "\n",
                Stream.concat(block.images().stream().map(this::image), Stream.of(TextSpans.of(block.captionSpans()))));
    }

    @Override
    public String video(VideoBlock block) {
        return withTranscript(block.captionSpans(), block.credit(), block.transcriptParagraphs());
    }

    @Override
    public String audio(AudioBlock block) {
        return withTranscript(block.captionSpans(), block.credit(), block.transcriptParagraphs());
    }

    private static String withTranscript(List<Span> caption, @Nullable String credit, List<List<Span>> transcript) {
        Stream<String> spoken = transcript.stream().map(TextSpans::of);
        return joined("\n", Stream.concat(Stream.of(withCredit(TextSpans.of(caption), credit)), spoken));
    }

    /** Writes each row as a line, with a bar between cells. */
    @Override
    public String table(TableBlock block) {
        Stream<String> rows = block.rows().stream()
                .map(row -> row.stream()
                        .map(TableCell::text)
                        .map(TextSpans::of)
                        .map(text -> text.replace('\n', ' '))
                        .collect(Collectors.joining(" | ")));
        return joined("\n", Stream.concat(Stream.of(TextSpans.of(block.captionSpans())), rows));
    }

    @Override
    public String box(BoxBlock block) {
        return joined("\n\n", Stream.of(TextSpans.of(block.titleSpans()), write(block.blocks())));
    }

    @Override
    public String file(FileBlock block) {
        return block.name();
    }

    @Override
    public String notes(NotesBlock block) {
        return block.notes().stream()
                .map(note -> "[" + note.id() + "] " + TextSpans.of(note.text()))
                .collect(Collectors.joining("\n"));
    }
}
