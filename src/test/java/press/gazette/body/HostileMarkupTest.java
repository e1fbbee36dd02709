package press.gazette.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Small markup that once took a square of its length, all of the memory or all of the stack. */
class HostileMarkupTest {

    @Test
    void spansAreCountedBeforeATableIsLaidOut() {
        String rows = "<tr><td colspan=200 rowspan=2000>x".repeat(2_000);
        assertThatThrownBy(() -> Body.fromHtml("<table data-table>" + rows + "</table>"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("table.rows must have at most 20000 cells");
    }

    @Test
    void cellsEndWithTheirTable() {
        String row = "<tr>" + "<td rowspan=2000 colspan=5>x".repeat(8);
        assertThat(Body.fromHtml("<table>" + row.repeat(3) + "</table>").html())
                .contains("<td colspan=\"5\" rowspan=\"3\">x</td>")
                .doesNotContain("rowspan=\"4\"");
    }

    @Test
    void longStylesAreRead() {
        String decorations = "text-decoration:".repeat(100_000);
        assertThat(Body.fromHtml("<p><span style='" + decorations + "; text-decoration-line: underline'>a</span>")
                        .html())
                .isEqualTo("<p><u>a</u></p>");
        assertThat(Body.fromHtml("<p><span style='" + decorations + " line-through'>a</span>")
                        .html())
                .isEqualTo("<p><s>a</s></p>");
        assertThat(Body.fromHtml("<p><span style='color: line-through underline'>a</span>")
                        .html())
                .isEqualTo("<p>a</p>");
    }

    @Test
    void longSidesOfPicturesAreRead() {
        String blanks = " ".repeat(900_000);
        assertThat(Body.fromHtml("<img src=/a.jpg width='64" + blanks + "PX ' height='1" + blanks + "x'>")
                        .html())
                .isEqualTo("<figure><img src=\"/a.jpg\" alt=\"\" width=\"64\" loading=\"lazy\"></figure>");
    }

    @Test
    void longRowOfDashesIsNoSignature() {
        String dashes = "— ".repeat(100_000);
        assertThat(Body.fromHtml("<blockquote><p>a</p><p>" + dashes + "b</p></blockquote>")
                        .text())
                .startsWith("a\n— —")
                .endsWith("— b");
        String fewer = "—".repeat(1_900);
        assertThat(Body.fromHtml("<blockquote><p>a</p><p>" + fewer + " Ada</p></blockquote>")
                        .text())
                .isEqualTo("a\n— Ada");
    }

    @Test
    void emptyLinesBeforeCodeAreDropped() {
        assertThat(Body.fromHtml("<pre>" + " \t\n".repeat(200_000) + "  x\n\n y</pre>")
                        .markdown())
                .isEqualTo("```\n  x\n\n y\n```");
    }

    @Test
    void heightInASetOfPicturesIsNoAddress() {
        String set = ", /a.jpg 100w 50h, /b.jpg 200w 90h, /c.jpg 150w";
        assertThat(Body.readHtml("<img srcset='" + set + "'>", "https://m.example/")
                        .body()
                        .html())
                .isEqualTo("<figure><img src=\"https://m.example/b.jpg\" alt=\"\" loading=\"lazy\"></figure>");
    }
}
