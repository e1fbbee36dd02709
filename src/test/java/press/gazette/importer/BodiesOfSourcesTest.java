package press.gazette.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.body.Body;
import press.gazette.importer.feed.FeedSource;
import press.gazette.importer.ghost.GhostSource;
import press.gazette.importer.item.ImportMapping;
import press.gazette.importer.item.ImportSource;
import press.gazette.importer.item.ImportedArticle;
import press.gazette.importer.ninjs.NinjsSource;
import press.gazette.importer.wordpress.Exports;
import press.gazette.json.Json;

/** Bodies from every system arrive as if the desk had taken them: no reader loses or changes a part. */
class BodiesOfSourcesTest {

    private static final ImportMapping SITE = ImportMapping.read("site: https://www.old.example/");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b style=\"font-weight:normal;\" id=\"docs-internal-guid-1\"><p dir=\"ltr\"><span style=\"font-weight:400\">Plain "
                        + "words and </span><span style=\"font-weight:700\">bold words</span><span "
                        + "style=\"font-style:italic\"> italic words</span></p></b>",
                "<p>H<sub>2</sub>O, 3×10<sup>8</sup> m/s, 2<sup>10</sup> = 1024, 21 m<sup>2</sup></p>",
                "<p>The vote was <del>lost by 12</del> <ins>won by 2</ins>, and tickets are <s>free</s> 5 crowns.</p>",
                "<figure class=\"wp-block-gallery\"><figure class=\"wp-block-image\"><img src=\"https://m.example/1.jpg\" "
                        + "alt=\"one\"><figcaption>First</figcaption></figure><figure class=\"wp-block-image\"><img "
                        + "src=\"https://m.example/2.jpg\" alt=\"two\"><figcaption>Second</figcaption></figure>"
                        + "<figcaption>Whole gallery</figcaption></figure>",
                "<p>Before</p><iframe width=\"560\" height=\"315\" src=\"https://www.youtube.com/embed/abcdefghijk\" "
                        + "title=\"Some film\" allowfullscreen></iframe><p>After</p>",
                "<blockquote class=\"twitter-tweet\"><p lang=\"en\" dir=\"ltr\">Hello <a href=\"https://t.co/x\">t.co/x</a></p>"
                        + "&mdash; Ann (@ann) <a href=\"https://twitter.com/ann/status/1\">May 1, 2024</a></blockquote>",
                "<p>See <a href=\"/2024/05/our-earlier-story\">our earlier story</a> and "
                        + "<a href=\"https://e.example/a#frag\">this</a>.</p>",
                "<p><a href=\"#kosten\">Kosten</a></p><h2 id=\"kosten\">Kosten für Überführung</h2><p>Text</p>",
                "<p>A claim.<a href=\"#_ftn1\" name=\"_ftnref1\">[1]</a></p>"
                        + "<p><a href=\"#_ftnref1\" name=\"_ftn1\">[1]</a> The source.</p>",
                "<ul><li>One<ul><li>One A</li><li>One B</li></ul></li><li>Two</li></ul>",
                "<ol><li>Step one<img src=\"https://m.example/a.jpg\" alt=\"s\"></li><li>Step two</li></ol>",
                "<table><caption>Results</caption><thead><tr><th>Party</th><th>Seats</th></tr></thead><tbody><tr><td>Reds</td>"
                        + "<td>12</td></tr><tr><td>Blues</td><td>9</td></tr></tbody></table>",
                "<p><img data-src=\"https://m.example/a.jpg\" src=\"data:image/gif;base64,R0lGODlhAQABAAAAACw=\" alt=\"Lazy\">"
                        + "<noscript><img src=\"https://m.example/a.jpg\" alt=\"Lazy\"></noscript></p>",
                "<figure><video controls poster=\"https://m.example/p.jpg\" src=\"https://m.example/v.mp4\"></video>"
                        + "<figcaption>The film</figcaption></figure><audio controls src=\"https://m.example/a.mp3\"></audio>",
                "<figure><img src=\"https://m.example/a.jpg\" alt=\"A boat\" width=\"800\" height=\"600\"><figcaption>The boat, "
                        + "<a href=\"https://e.example/b\">built in 1901</a>, leaves. <em>Photo: Ann Lee</em></figcaption></figure>",
                "<p>Good <img src=\"https://s.w.org/images/core/emoji/15/72x72/1f600.png\" alt=\"😀\" class=\"wp-smiley\" "
                        + "style=\"height:1em\"> day</p>",
                "<p class=MsoNormal>Hello<o:p></o:p></p><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml>"
                        + "<p class=MsoNormal><o:p>&nbsp;</o:p></p>",
                "<p><ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>です</p>",
                "<p dir=\"rtl\">hello سلام تست</p><p>English</p>"
            })
    void requirement8NoReaderChangesABody(String html) {
        Body expected = Body.fromHtml(html);
        assertThat(expected.blocks()).isNotEmpty();
        assertThat(body(Exports.source(Exports.of(Exports.post("1", "a", html)))))
                .as("WordPress")
                .isEqualTo(expected);
        assertThat(body(Exports.source(
                        Exports.of(Exports.post("1", "a", "<!-- wp:html -->\n" + html + "\n<!-- /wp:html -->")))))
                .as("WordPress, a block of HTML")
                .isEqualTo(expected);
        assertThat(body(ghost(html))).as("Ghost").isEqualTo(expected);
        assertThat(body(feed(html))).as("RSS").isEqualTo(expected);
        assertThat(body(ninjs(html))).as("ninjs").isEqualTo(expected);
    }

    private static Body body(ImportSource source) {
        return Body.fromHtml(((ImportedArticle) Exports.items(source).get(0)).html());
    }

    private static ImportSource ghost(String html) {
        Map<String, Object> post = Map.of(
                "id",
                "p1",
                "uuid",
                "u-1",
                "title",
                "T",
                "slug",
                "t",
                "html",
                html,
                "type",
                "post",
                "status",
                "published");
        return new GhostSource(file(Map.of("db", List.of(Map.of("data", Map.of("posts", List.of(post)))))), SITE);
    }

    private static ImportSource feed(String html) {
        String rss =
                "<rss version=\"2.0\"><channel><title>T</title><link>https://www.old.example/</link><item><title>T</title>"
                        + "<guid>1</guid><content:encoded><![CDATA[" + html
                        + "]]></content:encoded></item></channel></rss>";
        return new FeedSource(List.of(Exports.file(rss)), ImportMapping.NONE);
    }

    private static ImportSource ninjs(String html) {
        return new NinjsSource(
                file(Map.of("uri", "urn:1", "type", "text", "headline", "T", "body_html", html)), ImportMapping.NONE);
    }

    private static List<Path> file(Object json) {
        return List.of(Exports.file(new String(Json.bytes(json), StandardCharsets.UTF_8)));
    }
}
