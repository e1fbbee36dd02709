package press.gazette.body.markdown;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import press.gazette.body.assembly.HeadingIds;
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
import press.gazette.body.html.EmbedProviders;
import press.gazette.body.html.HtmlWriter;
import press.gazette.body.inline.Span;

/**
 * Writes Markdown: CommonMark with GFM's tables, strikethrough and footnotes. A block without Markdown syntax is a line
 * of HTML. Reading the result gives an equal body, except for the width and height of plain pictures.
 */
public final class MarkdownWriter implements BlockWriter<String> {

    /** The length of the shortest fence in CommonMark. */
    private static final int FENCE = 3;

    /** The ids of footnotes outside of boxes, which are written in Markdown syntax. */
    private final Set<String> notes;

    /** The ids of the headings written so far. */
    private final HeadingIds ids = new HeadingIds();

    /** True if the next list uses the second of the two markers of its kind. */
    private boolean alternate;

    private MarkdownWriter(Set<String> notes) {
        this.notes = notes;
    }

    public static String write(List<Block> blocks) {
        Set<String> all = new HashSet<>();
        Set<String> boxed = new HashSet<>();
        for (Block block : blocks) {
            block.noteIds().forEach(all::add);
            block.inner().flatMap(Block::noteIds).forEach(boxed::add);
        }
        all.removeAll(boxed);
        MarkdownWriter writer = new MarkdownWriter(all);
        List<String> written = new ArrayList<>();
        Block before = new DividerBlock();
        for (Block block : blocks) {
            // Consecutive lists of one kind stay separate only if their markers differ.
            boolean continues = block instanceof ListBlock list && sameKind(list, before);
            writer.alternate = continues && !writer.alternate;
            written.add(block.writeTo(writer));
            block.withIds(writer.ids::take);
            before = block;
        }
        return String.join("\n\n", written);
    }

    private String inline(List<Span> spans) {
        return MarkdownSpans.write(spans, notes);
    }

    /** The block as HTML on one line. A line end of code is an entity, since an empty line would end the HTML. */
    private static String html(Block block) {
        return block.writeTo(HtmlWriter.HTML).replace("\n", "&#10;");
    }

    @Override
    public String paragraph(ParagraphBlock block) {
        return aloneOnItsLine(block.text());
    }

    /** An address alone on its line gets an element around it, or it would be read back as an embed. */
    private String aloneOnItsLine(List<Span> text) {
        String inline = inline(text);
        return EmbedProviders.isAddressOfOne(text) ? "<span>" + inline + "</span>" : inline;
    }

    /** A heading whose id does not come from its words is written as HTML. */
    @Override
    public String heading(HeadingBlock block) {
        return ids.free(block.idOfWords()).equals(block.id())
                ? "#".repeat(block.level()) + " " + inline(block.text())
                : html(block);
    }

    @Override
    public String quote(QuoteBlock block) {
        if (block.pulled()) {
            return html(block);
        }
        String quotation = block.allParagraphs().stream()
                .map(paragraph -> indented(inline(paragraph), "> ", "> "))
                .collect(Collectors.joining("\n>\n"));
        return block.attributionSpans().isEmpty()
                ? quotation
                : quotation + "\n>\n> — " + inline(block.attributionSpans());
    }

    @Override
    public String list(ListBlock block) {
        return new MarkdownListWriter(block, alternate).write(this::inline);
    }

    @Override
    public String image(ImageBlock block) {
        return MarkdownFigures.isPlain(block) ? MarkdownFigures.picture(block) : html(block);
    }

    @Override
    public String embed(EmbedBlock block) {
        return MarkdownFigures.isPlain(block) ? MarkdownFigures.embed(block) : html(block);
    }

    @Override
    public String code(CodeBlock block) {
        String fence = MarkdownSpans.fence('`', FENCE, block.text());
        String language = block.language() == null ? "" : MarkdownText.escaped(block.language(), false);
        return fence + language + "\n" + block.text() + "\n" + fence;
    }

    @Override
    public String divider(DividerBlock block) {
        return "***";
    }

    @Override
    public String gallery(GalleryBlock block) {
        return html(block);
    }

    @Override
    public String video(VideoBlock block) {
        return html(block);
    }

    @Override
    public String audio(AudioBlock block) {
        return html(block);
    }

    @Override
    public String table(TableBlock block) {
        return MarkdownTableWriter.isPlain(block) ? MarkdownTableWriter.write(block, this::inline) : html(block);
    }

    @Override
    public String box(BoxBlock block) {
        return html(block);
    }

    @Override
    public String file(FileBlock block) {
        return html(block);
    }

    @Override
    public String notes(NotesBlock block) {
        return block.notes().stream()
                .map(note -> indented(aloneOnItsLine(note.text()), "[^" + note.id() + "]: ", "    "))
                .collect(Collectors.joining("\n"));
    }

    static String indented(String text, String first, String others) {
        return first + text.replace("\n", "\n" + others);
    }

    private static boolean sameKind(ListBlock list, Block before) {
        return before instanceof ListBlock other && other.ordered() == list.ordered();
    }
}
