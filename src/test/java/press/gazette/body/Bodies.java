package press.gazette.body;

import java.util.ArrayList;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

import press.gazette.body.block.Block;
import press.gazette.body.block.BoxBlock;
import press.gazette.body.block.CodeBlock;
import press.gazette.body.block.DividerBlock;
import press.gazette.body.block.HeadingBlock;
import press.gazette.body.block.ListBlock;
import press.gazette.body.block.NotesBlock;
import press.gazette.body.block.ParagraphBlock;
import press.gazette.body.block.QuoteBlock;
import press.gazette.body.block.TableBlock;
import press.gazette.body.inline.Prose;
import press.gazette.body.inline.Span;
import press.gazette.body.inline.Style;
import press.gazette.body.table.TableCell;
import press.gazette.problem.PrintableText;

/** Generated bodies with blocks of all types. */
final class Bodies {

    private Bodies() {}

    static Arbitrary<Body> bodies() {
        Arbitrary<List<Block>> blocks = Arbitraries.oneOf(simpleBlocks(), newBlocks(), simpleBlocks())
                .list()
                .ofMaxSize(6);
        return Combinators.combine(blocks, noted().injectNull(0.7)).as(Bodies::with);
    }

    private static Body with(List<Block> blocks, @Nullable List<Block> noted) {
        List<Block> all = new ArrayList<>(blocks);
        if (noted != null) {
            all.addAll(noted);
        }
        return new Body(all);
    }

    /** A paragraph, a table and a box with marks of footnotes, followed by the footnotes. */
    private static Arbitrary<List<Block>> noted() {
        Span one = Style.noteMark("1").span("1");
        Span other = Style.noteMark("a-2").span("");
        return Combinators.combine(Texts.texts(), Texts.spans(), Texts.spans(), Arbitraries.of(true, false))
                .as((text, first, second, boxed) -> {
                    List<Span> marked = List.of(Span.of("x" + text), one, Span.of(text + "y"), other, one);
                    NotesBlock notes = new NotesBlock(
                            List.of(new NotesBlock.Footnote("1", first), new NotesBlock.Footnote("a-2", second)));
                    return List.of(
                            new ParagraphBlock(marked),
                            new TableBlock(
                                    List.of(List.of(TableCell.of(marked)), List.of(TableCell.of(List.of()))),
                                    1,
                                    null,
                                    null,
                                    null),
                            new BoxBlock("facts", null, marked, List.of(new ParagraphBlock(marked))),
                            boxed ? new BoxBlock("aside", null, null, List.of(notes)) : notes);
                });
    }

    private static Arbitrary<Block> simpleBlocks() {
        Arbitrary<String> line = Texts.texts().injectNull(0.3);
        Arbitrary<Block> paragraphs = Texts.spans().map(ParagraphBlock::new);
        return Arbitraries.oneOf(
                paragraphs,
                paragraphs,
                Combinators.combine(Texts.spans(), line).as(QuoteBlock::new),
                headings(),
                Combinators.combine(
                                Arbitraries.of(true, false),
                                Texts.spans().list().ofMinSize(1).ofMaxSize(4))
                        .as(ListBlock::new),
                MediaBlocks.pictures().map(picture -> picture),
                MediaBlocks.embeds(),
                codes(),
                Arbitraries.just(new DividerBlock()));
    }

    private static Arbitrary<Block> newBlocks() {
        return Arbitraries.oneOf(
                quotes(),
                lists(),
                MediaBlocks.richPictures().map(picture -> picture),
                MediaBlocks.richEmbeds(),
                MediaBlocks.galleries(),
                MediaBlocks.films(),
                MediaBlocks.sounds(),
                tables(),
                MediaBlocks.files(),
                boxes());
    }

    private static Arbitrary<Block> headings() {
        return Combinators.combine(
                        Arbitraries.integers().between(2, 4),
                        Texts.spans(),
                        Arbitraries.of("x", "kosten-2", "Ü.1").injectNull(0.7))
                .as(HeadingBlock::new);
    }

    private static Arbitrary<Block> quotes() {
        return Combinators.combine(
                        Texts.spans().list().ofMinSize(1).ofMaxSize(3),
                        Texts.spans().injectNull(0.4),
                        Arbitraries.of(true, false))
                .as((paragraphs, name, pull) -> new QuoteBlock(List.of(), null, paragraphs, name, pull));
    }

    private static Arbitrary<Block> lists() {
        Arbitrary<ListBlock.ListLevel> level = Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(true, false),
                        Arbitraries.of(1, 7, 0).injectNull(0.5))
                .as(ListBlock.ListLevel::new);
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Texts.spans().list().ofMinSize(1).ofMaxSize(6),
                        level.list().ofSize(6),
                        Arbitraries.of(0, 1, 3, 1_000).injectNull(0.4))
                .as((ordered, items, levels, start) ->
                        new ListBlock(ordered, items, start, levels.subList(0, items.size())));
    }

    private static Arbitrary<Block> boxes() {
        Arbitrary<Block> inner = Combinators.combine(
                        Texts.spans().injectNull(0.3),
                        simpleBlocks().list().ofMinSize(1).ofMaxSize(2))
                .as((title, blocks) -> new BoxBlock("inner", null, title, blocks));
        return Combinators.combine(
                        Arbitraries.of("facts", "aside", "details"),
                        Texts.spans().injectNull(0.3),
                        Arbitraries.oneOf(simpleBlocks(), simpleBlocks(), tables(), inner)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(3))
                .as((kind, title, blocks) -> new BoxBlock(kind, null, title, blocks));
    }

    private static Arbitrary<Block> tables() {
        Arbitrary<TableCell> cell = Combinators.combine(
                        Arbitraries.oneOf(Texts.spans(), Arbitraries.just(List.<Span>of())),
                        Arbitraries.of(1, 2, 3).injectNull(0.7),
                        Arbitraries.of(1, 2, 5).injectNull(0.7))
                .as(TableCell::new);
        Arbitrary<TableCell> single = Arbitraries.oneOf(Texts.spans(), Arbitraries.just(List.<Span>of()))
                .map(TableCell::of);
        Arbitrary<Block> any = Combinators.combine(
                        cell.list().ofMaxSize(3).list().ofMinSize(1).ofMaxSize(4),
                        Arbitraries.of(1, 2).injectNull(0.5),
                        Arbitraries.of(1, 2).injectNull(0.5),
                        Texts.spans().injectNull(0.5))
                .as(Bodies::table);
        Arbitrary<Block> regular =
                single.list().ofSize(2).list().ofMinSize(1).ofMaxSize(3).map(rows -> table(rows, 1, null, null));
        return Arbitraries.oneOf(any, regular);
    }

    private static Block table(
            List<List<TableCell>> rows,
            @Nullable Integer above,
            @Nullable Integer beside,
            @Nullable List<Span> caption) {
        List<List<TableCell>> shown = new ArrayList<>(rows);
        if (!TableBlock.isVisible(rows)) {
            shown.add(List.of(TableCell.of(List.of(Span.of("x"))), TableCell.of(List.of(Span.of("y")))));
        }
        return new TableBlock(shown, above, beside, null, caption);
    }

    private static Arbitrary<Block> codes() {
        Arbitrary<String> languages = Arbitraries.of("java", "c++", "C#", "objective-c", "x_y_z", "a.b")
                .injectNull(0.4);
        return Combinators.combine(languages, Texts.texts())
                .as((language, text) ->
                        new CodeBlock(language, PrintableText.isVisible(Prose.verbatim(text)) ? text : "x"));
    }
}
