package press.gazette.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import press.gazette.body.assembly.Loss;
import press.gazette.body.block.Block;
import press.gazette.body.block.BoxBlock;
import press.gazette.body.block.GalleryBlock;
import press.gazette.body.block.ImageBlock;
import press.gazette.body.block.ListBlock;
import press.gazette.body.block.NotesBlock;
import press.gazette.body.block.ParagraphBlock;
import press.gazette.body.block.QuoteBlock;
import press.gazette.body.block.TableBlock;
import press.gazette.body.inline.Mark;
import press.gazette.body.inline.Span;
import press.gazette.body.inline.Style;
import press.gazette.body.table.TableCell;

/** Links to articles by their ids, in every format and every block. */
class ArticleLinksTest {

    private static final UUID VOTE = UUID.fromString("0199a3c5-1f5e-7c3a-8b1d-2f60c7b1a9e4");
    private static final Style LINK = Style.PLAIN.linkedTo(VOTE, null, null);
    private static final ImageBlock PICTURE =
            new ImageBlock("/vote.jpg", "Hands", null, null, null, null).linkedTo(VOTE, null);
    private static final Body BODY =
            new Body(List.of(new ParagraphBlock(List.of(Span.of("After "), LINK.span("the vote"), Span.of(".")))));

    @Test
    void idStandsInAnAttributeOfTheAnchorInHtmlAndMarkdown() {
        assertThat(BODY.html()).isEqualTo("<p>After <a data-article=\"" + VOTE + "\">the vote</a>.</p>");
        assertThat(BODY.markdown()).isEqualTo("After <a data-article=\"" + VOTE + "\">the vote</a>.");
        assertThat(Body.fromHtml("<p>After <a href=\"/old\" data-article=\"" + VOTE + "\">the vote</a>.</p>"))
                .isEqualTo(BODY);
        assertThat(Body.fromMarkdown("After <a data-article=\"" + VOTE + "\">the vote</a>."))
                .isEqualTo(BODY);
    }

    @Test
    void readersGetTheAddressBesideTheId() {
        Body shown = BODY.addressed(Map.of(VOTE, "/vote"));
        assertThat(shown.html())
                .isEqualTo("<p>After <a href=\"/vote\" data-article=\"" + VOTE + "\">the vote</a>.</p>");
        assertThat(shown.markdown()).isEqualTo("After <a href=\"/vote\" data-article=\"" + VOTE + "\">the vote</a>.");
        assertThat(shown.text()).isEqualTo("After the vote.");
    }

    @Test
    void pictureLeadsToAnArticleInEveryFormat() {
        Body body = new Body(List.of(PICTURE));
        String img = "<img src=\"/vote.jpg\" alt=\"Hands\" loading=\"lazy\">";
        String html = "<figure><a data-article=\"" + VOTE + "\">" + img + "</a></figure>";
        assertThat(body.html()).isEqualTo(html);
        assertThat(body.markdown()).isEqualTo(html);
        for (String source : List.of(html, "<p><a href=\"/old\" data-article=\"" + VOTE + "\">" + img + "</a></p>")) {
            assertThat(Body.fromHtml(source)).isEqualTo(body);
            assertThat(Body.fromMarkdown(source)).isEqualTo(body);
        }
        for (String picture : List.of("![Hands](/vote.jpg)", img)) {
            assertThat(Body.fromMarkdown("<a data-article=\"" + VOTE + "\">" + picture + "</a>"))
                    .isEqualTo(body);
            assertThat(Body.fromMarkdown("<a href=\"/old\">" + picture + "</a>").html())
                    .isEqualTo("<figure><a href=\"/old\">" + img + "</a></figure>");
        }
    }

    @Test
    void pictureWithoutTheAddressOfItsArticleStaysWithoutALink() {
        Body body = new Body(List.of(PICTURE));
        assertThat(body.articles()).containsExactly(VOTE);
        assertThat(body.addressed(Map.of(VOTE, "/vote")).html())
                .contains("<a href=\"/vote\" data-article=\"" + VOTE + "\"><img");
        assertThat(body.addressed(Map.of()))
                .isEqualTo(new Body(List.of(new ImageBlock("/vote.jpg", "Hands", null, null, null, null))));
    }

    @Test
    void linkWithoutAnAddressLeavesItsWordsAsIfItHadNeverBeen() {
        Body plain = new Body(List.of(new ParagraphBlock(List.of(Span.of("After the vote.")))));
        assertThat(BODY.addressed(Map.of())).isEqualTo(plain);
    }

    @Test
    void everyPlaceForTextHoldsSuchLinks() {
        List<Span> text = List.of(LINK.span("a"), Span.of("b", Mark.EM));
        List<Block> blocks = List.of(
                new ParagraphBlock(text),
                new QuoteBlock(List.of(), null, List.of(text, text), text, null),
                new ListBlock(true, List.of(text, text)),
                new ImageBlock("/a.jpg", "a", null, null, 1, 1).captioned(text, "Ada"),
                PICTURE,
                new GalleryBlock(List.of(PICTURE, PICTURE.captioned(text, null)), null, text),
                new TableBlock(List.of(List.of(TableCell.of(text))), 1, null, null, text),
                new BoxBlock("facts", null, text, List.of(new ParagraphBlock(text), PICTURE)),
                new NotesBlock(List.of(new NotesBlock.Footnote("1", text))));
        Body body = new Body(blocks);
        Body shown = body.addressed(Map.of(VOTE, "/vote"));
        assertThat(count(shown.html(), "href=\"/vote\"")).isEqualTo(count(body.html(), "data-article="));
        assertThat(body.addressed(Map.of()).html()).doesNotContain("data-article", "href=\"/vote\"");
        assertThat(shown.unaddressed()).isEqualTo(body);
    }

    @Test
    void attributeOfAnotherSystemIsNoLink() {
        assertThat(Body.fromHtml("<p><a href=\"/x\" data-article=\"1234\">a</a></p>"))
                .isEqualTo(new Body(List.of(new ParagraphBlock(List.of(Span.link("a", "/x"))))));
        assertThat(Body.readHtml("<p><a href=\"x\" data-article=\"1-2-3-4-5\">a</a></p>", null)
                        .losses())
                .containsExactly(new Loss("link", 1, "a"));
    }

    @Test
    void bodyLinksToABoundedNumberOfArticles() {
        assertThat(linkingTo(Span.MAX_ARTICLES).articles()).hasSize(Span.MAX_ARTICLES);
        assertThatThrownBy(() -> linkingTo(Span.MAX_ARTICLES + 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most " + Span.MAX_ARTICLES + " different articles");
    }

    private static Body linkingTo(int articles) {
        return new Body(IntStream.range(0, articles)
                .<Block>mapToObj(i -> new ParagraphBlock(
                        List.of(Style.PLAIN.linkedTo(new UUID(0, i), null, null).span("a"), LINK.span(""))))
                .toList());
    }

    private static int count(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }
}
