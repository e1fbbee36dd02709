package press.gazette.article.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import press.gazette.article.draft.Comparison.BlockChange;
import press.gazette.body.block.Block;
import press.gazette.body.block.ParagraphBlock;
import press.gazette.body.inline.Span;

/** Differences of bodies. A word stands for a body: each letter is a paragraph. */
class BodyDiffTest {

    @ParameterizedTest
    @CsvSource({
        "'', '', ''",
        "abc, abc, ''",
        "'', ab, +a0 +b1",
        "ab, '', -a0 -b1",
        "abc, axc, -b1 +x1",
        "abcd, acbd, -b1 +b2",
        "aab, ab, -a1",
        "ab, xaby, +x0 +y3",
    })
    void changesAreInReadingOrder(String from, String to, String changes) {
        assertThat(String.join(
                        " ", diff(from, to).stream().map(BodyDiffTest::text).toList()))
                .isEqualTo(changes);
    }

    @Property
    void changesTurnTheEarlierBodyIntoTheLater(
            @ForAll @CharRange(from = 'a', to = 'd') @StringLength(max = 12) String from,
            @ForAll @CharRange(from = 'a', to = 'd') @StringLength(max = 12) String to) {
        List<Block> blocks = new ArrayList<>(body(from));
        List<BlockChange> changes = diff(from, to);
        changes.stream()
                .filter(change -> change.change().equals("removed"))
                .sorted((one, other) -> other.at() - one.at())
                .forEach(change -> assertThat(blocks.remove(change.at())).isEqualTo(change.block()));
        changes.stream()
                .filter(change -> change.change().equals("added"))
                .forEach(change -> blocks.add(change.at(), change.block()));
        assertThat(blocks).isEqualTo(body(to));
    }

    @Test
    void veryLongBodiesAreReplacedBetweenTheirCommonEnds() {
        String much = "x".repeat(2_001);
        List<BlockChange> changes = diff("a" + much + "bz", "ac" + much + "z");
        assertThat(changes).hasSize(2 * 2_002);
        assertThat(text(changes.get(0))).isEqualTo("-x1");
        assertThat(text(changes.get(2_002))).isEqualTo("+c1");
    }

    private static List<BlockChange> diff(String from, String to) {
        return BodyDiff.of(body(from), body(to));
    }

    private static List<Block> body(String letters) {
        return IntStream.range(0, letters.length())
                .<Block>mapToObj(i -> paragraph(letters.substring(i, i + 1)))
                .toList();
    }

    private static Block paragraph(String text) {
        return new ParagraphBlock(List.of(Span.of(text)));
    }

    private static String text(BlockChange change) {
        ParagraphBlock block = (ParagraphBlock) change.block();
        return (change.change().equals("added") ? "+" : "-")
                + block.text().get(0).text()
                + change.at();
    }
}
