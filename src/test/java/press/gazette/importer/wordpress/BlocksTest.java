package press.gazette.importer.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import press.gazette.body.Body;
import press.gazette.body.BodyReading;
import press.gazette.importer.item.ImportedArticle;
import press.gazette.importer.item.Note;

/** Posts of the block editor. */
class BlocksTest {

    @Test
    void requirement9ContentOfBlocksStaysAndTheirCommentsGo() {
        ImportedArticle article = Exports.only(Exports.post("1", "a", """
                <!-- wp:paragraph {"dropCap":true} -->
                <p>One <strong>two</strong></p>
                <!-- /wp:paragraph -->
                <!-- wp:gallery {"linkTo":"none","ids":[1,2]} -->
                <figure class="wp-block-gallery"><!-- wp:image {"id":1} -->
                <figure class="wp-block-image"><img src="https://old.example/a-300x200.jpg" alt="A"/><figcaption>Own A</figcaption></figure>
                <!-- /wp:image --><!-- wp:image -->
                <figure class="wp-block-image"><img src="https://i2.wp.com/old.example/b.jpg?w=300" alt="B"/></figure>
                <!-- /wp:image --><figcaption class="blocks-gallery-caption">All</figcaption></figure>
                <!-- /wp:gallery -->
                <!-- wp:table -->
                <figure class="wp-block-table"><table><thead><tr><th>Party</th><th>Seats</th></tr></thead>
                <tbody><tr><td colspan="2">None</td></tr></tbody><tfoot><tr><td>All</td><td>9</td></tr></tfoot></table>
                <figcaption>Result</figcaption></figure>
                <!-- /wp:table -->
                <!-- wp:embed {"url":"https://www.youtube.com/watch?v=abcdefghijk","providerNameSlug":"youtube"} -->
                <figure class="wp-block-embed is-provider-youtube"><div class="wp-block-embed__wrapper">
                https://www.youtube.com/watch?v=abcdefghijk
                </div><figcaption>A film</figcaption></figure>
                <!-- /wp:embed -->
                <!-- wp:separator --><hr class="wp-block-separator"/><!-- /wp:separator -->
                <!-- wp:latest-posts {"postsToShow":5} /-->"""));
        BodyReading reading = Body.readHtml(article.html(), "https://old.example/");
        String html = reading.body().html();
        assertThat(html)
                .contains("<p>One <strong>two</strong></p>")
                .contains("https://old.example/a.jpg")
                .contains("https://old.example/b.jpg")
                .contains("Own A")
                .contains("<figcaption>All</figcaption>")
                .contains("colspan=\"2\"")
                .contains("Result")
                .contains("data-embed=\"youtube\"")
                .contains("A film")
                .contains("<hr>")
                .doesNotContain("wp:");
        assertThat(article.notes()).containsExactly(new Note("dynamic-block", "wp:latest-posts {\"postsToShow\":5}"));
    }

    @Test
    void reusedBlockAndFootnotesArePutIn() {
        ImportedArticle article = Exports.only(
                Exports.post(
                        "1",
                        "a",
                        "<!-- wp:block {\"ref\":77} /-->\n<!-- wp:block {\"ref\":78} /-->\n<!-- wp:paragraph --><p>Text<sup data-fn=\"f1\""
                                + " class=\"fn\"><a href=\"#f1\" id=\"f1-link\">1</a></sup></p><!-- /wp:paragraph -->\n<!-- wp:footnotes /-->",
                        Exports.meta("footnotes", "[{\"content\":\"The <em>note</em>\",\"id\":\"f1\"}]")),
                Exports.item("77", "reused", "<!-- wp:paragraph --><p>Reused</p><!-- /wp:paragraph -->", "publish", "")
                        .replace("<wp:post_type>post", "<wp:post_type>wp_block"));
        String html = Body.fromHtml(article.html()).html();
        assertThat(html).contains("<p>Reused</p>").contains("The <em>note</em>").contains("note");
        assertThat(article.notes()).extracting(Note::code).containsExactly("missing-reused-block");
    }

    @Test
    void classicTextBetweenBlocksHasItsParagraphs() {
        ImportedArticle article = Exports.only(
                Exports.post("1", "a", "one\n\ntwo\n<!-- wp:paragraph --><p>three</p><!-- /wp:paragraph -->\nfour"));
        assertThat(Body.fromHtml(article.html()).text()).isEqualTo("one\n\ntwo\n\nthree\n\nfour");
    }
}
