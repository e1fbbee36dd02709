package press.gazette.body.text;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

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
import press.gazette.body.inline.Mark;
import press.gazette.body.inline.Span;
import press.gazette.body.inline.Spans;

/**
 * Writes blocks as lines of text, for cells, captions and footnotes, which hold only text. Each block but a paragraph, a
 * heading, code and a divider is reported as a loss; its words stay, of a picture its alt, of a film its address.
 */
public final class LineWriter implements BlockWriter<List<List<Span>>> {

    private final Losses losses;

    public LineWriter(Losses losses) {
        this.losses = losses;
    }

    @Override
    public List<List<Span>> paragraph(ParagraphBlock block) {
        return block.prose();
    }

    @Override
    public List<List<Span>> heading(HeadingBlock block) {
        return block.prose();
    }

    @Override
    public List<List<Span>> quote(QuoteBlock block) {
        losses.add("quote", Spans.plain(block.text()));
        return Stream.concat(block.allParagraphs().stream(), Stream.of(block.attributionSpans()))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    @Override
    public List<List<Span>> list(ListBlock block) {
        losses.add("list", Spans.plain(block.items().get(0)));
        return block.items();
    }

    @Override
    public List<List<Span>> image(ImageBlock block) {
        losses.add("img", block.alt());
        return lines(block.alt(), block.captionSpans());
    }

    @Override
    public List<List<Span>> gallery(GalleryBlock block) {
        Stream<List<Span>> caption = Stream.of(block.captionSpans()).filter(line -> !line.isEmpty());
        return Stream.concat(block.images().stream().flatMap(image -> image(image).stream()), caption)
                .toList();
    }

    @Override
    public List<List<Span>> video(VideoBlock block) {
        losses.add("video", block.caption() == null ? block.url() : block.caption());
        return List.of(List.of(link(block.caption(), block.url())));
    }

    @Override
    public List<List<Span>> audio(AudioBlock block) {
        losses.add("audio", block.caption() == null ? block.url() : block.caption());
        return List.of(List.of(link(block.caption(), block.url())));
    }

    @Override
    public List<List<Span>> embed(EmbedBlock block) {
        losses.add("embed", block.fallback().isBlank() ? block.url() : block.fallback());
        return List.of(List.of(link(block.fallback(), block.url())));
    }

    @Override
    public List<List<Span>> file(FileBlock block) {
        losses.add("file", block.name());
        return List.of(List.of(link(block.name(), block.url())));
    }

    @Override
    public List<List<Span>> code(CodeBlock block) {
        return List.of(List.of(Span.of(block.text(), Mark.CODE)));
    }

    @Override
    public List<List<Span>> divider(DividerBlock block) {
        return List.of();
    }

    @Override
    public List<List<Span>> table(TableBlock block) {
        losses.add("table", block.caption() == null ? "" : block.caption());
        return block.texts().filter(text -> !text.isEmpty()).toList();
    }

    @Override
    public List<List<Span>> box(BoxBlock block) {
        losses.add("box", Spans.firstWords(block.texts()));
        Stream<List<Span>> title = Stream.of(block.titleSpans()).filter(line -> !line.isEmpty());
        return Stream.concat(title, block.blocks().stream().flatMap(inner -> inner.writeTo(this).stream()))
                .toList();
    }

    @Override
    public List<List<Span>> notes(NotesBlock block) {
        return block.prose();
    }

    private static Span link(@Nullable String words, String url) {
        return Span.link(words == null ? url : words, url);
    }

    private static List<List<Span>> lines(String alt, List<Span> caption) {
        return Stream.of(alt.isBlank() ? List.<Span>of() : List.of(Span.of(alt)), caption)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
