package press.gazette.importer.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import press.gazette.body.Body;

/** Paragraphs of classic posts, read as a body; a line end is |. */
class ParagraphsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            value = {
                "one||two § <p>one</p>|<p>two</p>",
                "one|two § <p>one<br>two</p>",
                "one<br />|two § <p>one<br>two</p>",
                "one|<h2>Head</h2>|two § <p>one</p>|<h2 id=\"head\">Head</h2>|<p>two</p>",
                "<ul>|<li>a</li>|<li>b</li>|</ul>|after § <ul><li>a</li><li>b</li></ul>|<p>after</p>",
                "<blockquote>one||two</blockquote> § <blockquote><p>one</p><p>two</p></blockquote>",
                "<pre>a||b</pre> § <pre><code>a||b</code></pre>",
                "<div>one||two</div> § <p>one</p>|<p>two</p>",
                "<p>one|two</p>||three § <p>one<br>two</p>|<p>three</p>",
                "a <em>b|c</em> d § <p>a <em>b<br>c</em> d</p>",
                "a <a title=\"x > y\" href=\"/z\">b</a>||c § <p>a <a href=\"/z\" title=\"x &gt; y\">b</a></p>|<p>c</p>",
                "one||<hr />||two § <p>one</p>|<hr>|<p>two</p>",
                "3 < 4||5 § <p>3 &lt; 4</p>|<p>5</p>",
                "<table><tr><td>a</td>|<td>b</td></tr></table> § <table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>",
            })
    void blankLinesDivideParagraphs(String source, String html) {
        String made = Paragraphs.of(source.replace('|', '\n'));
        assertThat(Body.fromHtml(made).html().replace('\n', '|')).as(made).isEqualTo(html);
    }
}
