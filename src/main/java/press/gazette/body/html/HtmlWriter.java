package press.gazette.body.html;

import java.util.List;
import java.util.stream.Collectors;

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
import press.gazette.body.block.NotesBlock.Footnote;
import press.gazette.body.block.ParagraphBlock;
import press.gazette.body.block.QuoteBlock;
import press.gazette.body.block.TableBlock;
import press.gazette.body.block.VideoBlock;

/**
 * Writes HTML that is safe to insert into a page. {@code Address} admits addresses to a body; this class escapes all
 * other input. A sanitiser with an allow-list finds nothing to remove. Tests assert that with generated bodies; at run
 * time no sanitiser checks the result, because that takes longer than the writing. Only XML entities are used, so that
 * feeds can carry the result.
 */
public final class HtmlWriter implements BlockWriter<String> {

    /** The only instance; it has no state. */
    public static final HtmlWriter HTML = new HtmlWriter();

    /** The HTML class by which a pull quote is read back. */
    public static final String PULL = "pullquote";

    private HtmlWriter() {}

    public static String write(List<Block> blocks) {
        return blocks.stream().map(block -> block.writeTo(HTML)).collect(Collectors.joining("\n"));
    }

    /** An address alone on its line gets an element around it, or it would be read back as an embed. */
    @Override
    public String paragraph(ParagraphBlock block) {
        return EmbedProviders.isAddressOfOne(block.text())
                ? "<p><span>" + InlineHtml.of(block.text()) + "</span></p>"
                : InlineHtml.in("p", block.text());
    }

    @Override
    public String heading(HeadingBlock block) {
        return InlineHtml.in("h" + block.level(), InlineHtml.attribute("id", block.id()), block.text());
    }

    @Override
    public String quote(QuoteBlock block) {
        String quotation = block.allParagraphs().stream()
                .map(paragraph -> InlineHtml.in("p", paragraph))
                .collect(Collectors.joining(
                        "", "<blockquote" + (block.pulled() ? " class=\"" + PULL + "\"" : "") + ">", "</blockquote>"));
        return block.attributionSpans().isEmpty()
                ? quotation
                : "<figure>" + quotation + "<figcaption>— " + InlineHtml.of(block.attributionSpans())
                        + "</figcaption></figure>";
    }

    @Override
    public String list(ListBlock block) {
        return ListHtml.of(block);
    }

    @Override
    public String image(ImageBlock block) {
        return FigureHtml.image(block);
    }

    @Override
    public String embed(EmbedBlock block) {
        return FigureHtml.embed(block);
    }

    /**
     * Writes the embed with a frame before its link, for readers that show frames of its host.
     *
     * @param source the absolute address of the frame
     */
    public String framed(EmbedBlock block, String source) {
        return FigureHtml.framed(block, source);
    }

    @Override
    public String code(CodeBlock block) {
        String named = block.language() == null ? "" : InlineHtml.attribute("class", "language-" + block.language());
        return "<pre><code" + named + ">" + InlineHtml.escaped(block.text()) + "</code></pre>";
    }

    @Override
    public String divider(DividerBlock block) {
        return "<hr>";
    }

    @Override
    public String gallery(GalleryBlock block) {
        return FigureHtml.gallery(block);
    }

    @Override
    public String video(VideoBlock block) {
        return FigureHtml.video(block);
    }

    @Override
    public String audio(AudioBlock block) {
        return FigureHtml.audio(block);
    }

    @Override
    public String table(TableBlock block) {
        return TableHtml.of(block);
    }

    @Override
    public String box(BoxBlock block) {
        return box(block, write(block.blocks()));
    }

    /** Writes the box around its blocks, which are HTML already. */
    public String box(BoxBlock block, String inside) {
        String title = block.titleSpans().isEmpty() ? "" : InlineHtml.in("header", block.titleSpans()) + "\n";
        return "<aside" + InlineHtml.attribute(DataAttribute.BOX, block.kind()) + ">" + title + inside + "</aside>";
    }

    @Override
    public String file(FileBlock block) {
        return FigureHtml.file(block);
    }

    @Override
    public String notes(NotesBlock block) {
        return block.notes().stream()
                .map(HtmlWriter::note)
                .collect(Collectors.joining("", "<section " + DataAttribute.NOTES + "=\"\"><ol>", "</ol></section>"));
    }

    /**
     * Writes the id before the words, since the mark in the text shows it and the number of the list item may differ.
     */
    private static String note(Footnote note) {
        String back = InlineHtml.anchor("#" + InlineHtml.NOTE_MARK + note.id(), null) + note.id() + "</a>";
        return "<li" + InlineHtml.attribute("id", InlineHtml.NOTE + note.id()) + "><sup>" + back + "</sup> "
                + InlineHtml.of(note.text()) + "</li>";
    }
}
