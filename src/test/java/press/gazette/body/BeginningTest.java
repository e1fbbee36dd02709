package press.gazette.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import press.gazette.body.block.Block;
import press.gazette.body.block.BoxBlock;
import press.gazette.body.block.HeadingBlock;
import press.gazette.body.block.NotesBlock;
import press.gazette.body.block.NotesBlock.Footnote;
import press.gazette.body.block.ParagraphBlock;
import press.gazette.body.inline.Span;

/** The beginning of a body has its first blocks and the footnotes that they refer to. */
class BeginningTest {

    @Test
    void firstBlocksStand() {
        Body body = new Body(List.of(said("One"), said("Two"), said("Three")));
        assertThat(body.beginning(2).blocks()).containsExactly(said("One"), said("Two"));
        assertThat(body.beginning(0)).isEqualTo(Body.EMPTY);
        assertThat(body.beginning(3)).isEqualTo(body);
        assertThat(body.beginning(9)).isEqualTo(body);
    }

    @Test
    void footnotesOfTheFirstBlocksStayAndOthersDoNot() {
        Body body = new Body(List.of(noted("One", "a"), noted("Two", "b"), notes("a", "b")));
        assertThat(body.beginning(1).blocks()).containsExactly(noted("One", "a"), notes("a"));
        assertThat(body.beginning(2)).isEqualTo(body);
    }

    @Test
    void footnoteBroughtByAFootnoteStays() {
        NotesBlock chain = new NotesBlock(List.of(
                new Footnote("a", List.of(Span.of("See "), mark("b"))),
                new Footnote("b", List.of(Span.of("There."))),
                new Footnote("c", List.of(Span.of("Not here.")))));
        Body body = new Body(List.of(noted("One", "a"), noted("Two", "c"), chain));
        assertThat(body.beginning(1).blocks())
                .containsExactly(noted("One", "a"), new NotesBlock(chain.notes().subList(0, 2)));
    }

    /** Footnotes above the text that refers to them are rare, and belong to it all the same. */
    @Test
    void footnotesBeforeTheCutOfTextBehindItDoNotStay() {
        Body body = new Body(List.of(notes("a", "b"), noted("One", "b"), noted("Two", "a")));
        assertThat(body.beginning(2).blocks()).containsExactly(noted("One", "b"), notes("b"));
        assertThat(new Body(List.of(notes("a"), said("One"), noted("Two", "a")))
                        .beginning(2)
                        .blocks())
                .containsExactly(said("One"));
    }

    @Test
    void boxCountsAsOneBlockWithItsFootnotes() {
        Block box = new BoxBlock("facts", null, null, List.of(noted("In a box", "b"), notes("a", "b")));
        Body body = new Body(List.of(noted("One", "a"), box, said("Two")));
        assertThat(body.beginning(1).blocks()).containsExactly(noted("One", "a"), notes("a"));
        assertThat(body.beginning(2).blocks()).containsExactly(noted("One", "a"), box);
    }

    @Test
    void idsOfHeadingsStay() {
        Body body = new Body(List.of(
                new HeadingBlock(2, List.of(Span.of("Cost"))),
                new HeadingBlock(2, List.of(Span.of("Cost"))),
                new HeadingBlock(2, List.of(Span.of("note-1"))),
                noted("One", "1"),
                notes("1")));
        assertThat(body.beginning(3).blocks()).isEqualTo(body.blocks().subList(0, 3));
    }

    /** A block has at most a thousand footnotes; those of several blocks stand in several again. */
    @Test
    void manyFootnotesStandInSeveralBlocks() {
        List<String> ids = IntStream.range(0, 1_500).mapToObj(Integer::toString).toList();
        List<Span> marks = ids.stream().map(BeginningTest::mark).toList();
        List<Block> blocks = new ArrayList<>(List.of(new ParagraphBlock(marks), said("Two")));
        blocks.add(notes(ids.subList(0, 700).toArray(String[]::new)));
        blocks.add(notes(ids.subList(700, 1_500).toArray(String[]::new)));
        List<Block> beginning = new Body(blocks).beginning(1).blocks();
        assertThat(beginning).hasSize(3);
        assertThat(beginning.stream().flatMap(Block::noteIds)).containsExactlyElementsOf(ids);
    }

    @Test
    void lastBlockIsTheLastThatHasMoreThanFootnotes() {
        assertThat(Body.EMPTY.blocksBeforeTheLast()).isZero();
        assertThat(new Body(List.of(said("One"))).blocksBeforeTheLast()).isZero();
        assertThat(new Body(List.of(said("One"), said("Two"))).blocksBeforeTheLast())
                .isEqualTo(1);
        assertThat(new Body(List.of(noted("One", "a"), noted("Two", "b"), notes("a"), notes("b")))
                        .blocksBeforeTheLast())
                .isEqualTo(1);
    }

    private static Block said(String words) {
        return new ParagraphBlock(List.of(Span.of(words)));
    }

    private static Block noted(String words, String note) {
        return new ParagraphBlock(List.of(Span.of(words), mark(note)));
    }

    private static Span mark(String note) {
        return new Span(note, null, null, null, null, null, null, null, null, null, null, note);
    }

    private static NotesBlock notes(String... ids) {
        return new NotesBlock(List.of(ids).stream()
                .map(id -> new Footnote(id, List.of(Span.of("Footnote " + id))))
                .toList());
    }
}
