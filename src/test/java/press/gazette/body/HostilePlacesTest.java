package press.gazette.body;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.newsroom.Slow;

/** Every attribute, caption and cell may be as long as a document. */
@Slow
class HostilePlacesTest {

    /**
     * A quarter of the longest document: effort that grows with the square of the length is still above the bound there, and all
     * these documents together take a quarter of the time.
     */
    private static final int LENGTH = Body.MAX_SOURCE / 4;

    private static final int TAGS = 12_500;

    /** Every place of HTML from which a reader takes the value of an attribute. */
    static final List<String> ATTRIBUTES = List.of(
            "<p lang='%s'>a",
            "<p dir='%s'>a",
            "<p class='%s'>a",
            "<p id='%s'><a href=#x>a</a>",
            "<p><span style='%s'>a",
            "<p><a href='%s'>a",
            "<p><a href=/x title='%s'>a",
            "<p><a href=/x rel='%s'>a",
            "<p><a data-article='%s'>a",
            "<p><a name='%s'>a",
            "<p><abbr title='%s'>a",
            "<p><time datetime='%s'>a",
            "<p><bdo dir='%s'>a",
            "<img src='%s'>",
            "<img src=/a.jpg alt='%s'>",
            "<img srcset='%s'>",
            "<img data-src='%s'>",
            "<img src=/a.jpg width='%s'>",
            "<img src=/a.jpg class='%s'>",
            "<a href='%s'><img src=/a.jpg></a>",
            "<a data-article='%s'><img src=/a.jpg></a>",
            "<picture><source srcset='%s'><img></picture>",
            "<h2 id='%s'>a",
            "<ol start='%s'><li>a",
            "<ol type='%s'><li>a",
            "<ol><li value='%s'>a",
            "<video src='%s'></video>",
            "<video src=/v.mp4 poster='%s'></video>",
            "<video src=/v.mp4><track src='%s'></video>",
            "<video src=/v.mp4><track src=/v.vtt kind='%s'></video>",
            "<video src=/v.mp4><track src=/v.vtt srclang='%s'></video>",
            "<video src=/v.mp4><track src=/v.vtt label='%s'></video>",
            "<iframe src='%s'></iframe>",
            "<iframe src=https://a.example/ title='%s'></iframe>",
            "<iframe srcdoc='%s'></iframe>",
            "<iframe src=https://a.example/ width='%s'></iframe>",
            "<table><tr><td colspan='%s'>a<td>b</table>",
            "<table><tr><td rowspan='%s'>a<td>b</table>",
            "<table><tr><th scope='%s'>a<td>b</table>",
            "<figure data-embed='%s'><a href=https://a.example/>a</a></figure>",
            "<figure data-embed=x data-width='%s'><a href=https://a.example/>a</a></figure>",
            "<figure data-file='%s'><a href=/f.pdf>a</a></figure>",
            "<figure data-file='' data-size='%s'><a href=/f.pdf>a</a></figure>",
            "<figure data-role='%s'><img src=/a.jpg></figure>",
            "<figure data-media='%s'><img src=/a.jpg></figure>",
            "<figure data-duration='%s'><video src=/v.mp4></video></figure>",
            "<figure class='%s'><img src=/a.jpg></figure>",
            "<aside data-box='%s'>a</aside>",
            "<blockquote class='%s'>a",
            "<blockquote class=twitter-tweet cite='%s'>a",
            "<section data-notes=''><ol><li id='note-%s'>a</ol></section>",
            "<pre class='language-%s'>a</pre>",
            "<optgroup label='%s'><option>a",
            "<input placeholder='%s'>",
            "<embed src='%s'>",
            "<object data='%s'></object>",
            "<base href='%s'><p><a href=x>a</a>");

    static final List<String> REPEATED_IN_ATTRIBUTES =
            List.of("a ", ",", ";font-weight:", "https://a.example/ 1w, ", "&#x301;", "\u0080");

    /** Every place of HTML whose words a reader of its own takes: captions, cells, titles, signatures. */
    static final List<String> PLACES = List.of(
            "<figure><img src=/a.jpg><figcaption>%s</figcaption></figure>",
            "<figure class=wp-block-gallery><img src=/a.jpg><img src=/b.jpg><figcaption>%s</figcaption></figure>",
            "<figure><video src=/v.mp4></video><figcaption>a <small>%s</small></figcaption></figure>",
            "<figure data-duration=1><audio src=/a.mp3></audio><details data-transcript><p>%s</details></figure>",
            "<figure data-embed=x><a href=https://a.example/>a</a><figcaption>%s</figcaption></figure>",
            "<figure data-file=''><a href=/f.pdf>%s</a></figure>",
            "<table><caption>%s</caption><tr><td>a<td>b</table>",
            "<table><tr><td>%s<td>b</table>",
            "<table><tr><th>%s<th>b<tr><td>a<td>b</table>",
            "<details><summary>%s</summary>a</details>",
            "<aside data-box=facts><header>%s</header>a</aside>",
            "<blockquote>a<footer>%s</footer></blockquote>",
            "<p><ruby>a<rt>%s</rt></ruby>",
            "<section data-notes=''><ol><li id=note-1>%s</ol></section>",
            "<pre>%s</pre>",
            "<xmp>%s</xmp>",
            "<noembed>%s</noembed>",
            "<noscript>%s</noscript>",
            "<svg>%s</svg>",
            "<map>%s</map>",
            "<ol type=a>%s</ol>");

    static final List<String> REPEATED_IN_PLACES = List.of(
            "<b>x</b>",
            "<i>",
            "<img src=/a.jpg>",
            "<br>",
            "x ",
            "&#x301;",
            "\u0080",
            "<a href=/b>y</a>",
            "<table><tr><td>",
            "<figure><figcaption>",
            "<button>",
            "<li>",
            "<small>",
            "<noscript><img src=/a.jpg>");

    @ParameterizedTest
    @FieldSource("ATTRIBUTES")
    void longAttributesAreRead(String place) {
        for (String piece : REPEATED_IN_ATTRIBUTES) {
            String value = piece.repeat(LENGTH / piece.length());
            Effort.answers(() -> Body.fromHtml(place.replace("%s", value)).html());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x%d ", "x%d=y ", "data-%d='z' ", "style%d=a "})
    void manyAttributesAreRead(String attribute) {
        String many = IntStream.range(0, 100_000)
                .mapToObj(i -> attribute.replace("%d", Integer.toString(i)))
                .collect(Collectors.joining());
        Effort.answers(() -> Body.fromHtml("<p " + many + ">a</p>").html());
        Effort.answers(() -> Body.fromMarkdown("a <i " + many + ">a</i>").html());
    }

    @Test
    void textOfCharactersThatNoBodyHoldsIsRead() {
        String controls = "\u0080".repeat(Body.MAX_SOURCE - 10);
        Effort.answers(() -> Body.fromHtml("<p>a" + controls));
        Effort.answers(() -> Body.fromMarkdown("a" + controls));
        Effort.answers(() -> Body.droppedFrom(List.of(controls)));
    }

    @ParameterizedTest
    @FieldSource("PLACES")
    void fullCaptionsAndCellsAreRead(String place) {
        for (String piece : REPEATED_IN_PLACES) {
            int tags = (int) piece.chars().filter(c -> c == '<').count();
            String words = piece.repeat(tags == 0 ? 2 * TAGS : TAGS / tags);
            Effort.answers(() -> Body.fromHtml(place.replace("%s", words)).html());
        }
    }
}
