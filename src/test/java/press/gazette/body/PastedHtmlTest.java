package press.gazette.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import press.gazette.body.assembly.Loss;
import press.gazette.body.block.TableBlock;

/** Tests HTML that people paste from other programs and export from other systems. */
class PastedHtmlTest {

    @Test
    void wrapperOfGoogleDocsMarksNothing() {
        reads("""
                <b style="font-weight:normal;" id="docs-internal-guid-7"><p dir="ltr"><span style="font-weight:400">The quay is </span>\
                <span style="font-weight:700">closed</span><span style="font-style:italic"> again</span></p></b>""", "<p>The quay is <strong>closed</strong> <em>again</em></p>");
    }

    @Test
    void listsAndXmlOfMicrosoftWordAreRead() {
        reads("""
                <!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]-->
                <p class=MsoNormal><span lang=EN-US>Tides<o:p></o:p></span></p><xml><w:View>Normal</w:View></xml>
                <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]>\
                <span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span><![endif]>High water</p>
                <p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>·</span>at noon</p>
                <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.</span>Low water</p>
                <p class=MsoNormal><o:p>&nbsp;</o:p></p>""", "<p>Tides</p>\n<ol><li>High water<ul><li>at noon</li></ul></li><li>Low water</li></ol>");
    }

    @Test
    void wordsThatMicrosoftWordTagsStay() {
        BodyReading reading = Body.readHtml(
                "<p>In <st1:City w:st=on>Paris</st1:City><o:p> today</o:p><v:shape></v:shape><m:r>x=1</m:r></p>", null);
        assertThat(reading.body().html()).isEqualTo("<p>In Paris today</p>");
        assertThat(reading.losses()).containsExactly(new Loss("m:r", 1, "x=1"));
    }

    @Test
    void powersStayPowersInEveryFormat() {
        Body body = Body.fromHtml(
                "<p>CO<sub>2</sub>: 4×10<sup>8</sup> t, the 3<sup>rd</sup> year, x<sup>2y</sup>, 7<sup>Q</sup></p>");
        assertThat(body.html())
                .isEqualTo(
                        "<p>CO<sub>2</sub>: 4×10<sup>8</sup> t, the 3<sup>rd</sup> year, x<sup>2y</sup>, 7<sup>Q</sup></p>");
        assertThat(body.markdown()).startsWith("CO<sub>2</sub>: 4×10<sup>8</sup> t");
        assertThat(body.text()).isEqualTo("CO₂: 4×10⁸ t, the 3ʳᵈ year, x²ʸ, 7^Q");
    }

    @Test
    void powerOfSeveralSpansIsOnePower() {
        assertThat(Body.fromHtml(
                                "<p>x<sup>1<a href=/n>2</a></sup>, y<sup>*<b>a</b></sup>, z<sup>1</sup><sub>2</sub></p>")
                        .text())
                .isEqualTo("x¹², y^(*a), z¹₂");
    }

    @Test
    void plainTextLeavesOutStruckOutWords() {
        Body body = Body.fromHtml(
                "<p>She <del>resigned</del> <ins>was dismissed</ins>; entry is <s>free</s> 5 crowns.</p>");
        assertThat(body.html())
                .isEqualTo("<p>She <s>resigned</s> <u>was dismissed</u>; entry is <s>free</s> 5 crowns.</p>");
        assertThat(body.markdown()).isEqualTo("She ~~resigned~~ <u>was dismissed</u>; entry is ~~free~~ 5 crowns.");
        assertThat(body.text()).isEqualTo("She was dismissed; entry is 5 crowns.");
    }

    @Test
    void everyPictureOfAGalleryKeepsItsCaption() {
        reads("""
                <figure class="wp-block-gallery"><figure class="wp-block-image"><a href="https://a.example/1"><img src="/1.jpg" alt="a"></a>\
                <figcaption>One</figcaption></figure><figure><img src="/2.jpg" alt="b"></figure>\
                <figcaption>The <em>whole</em> harbour</figcaption></figure>""", """
                <figure data-gallery=""><figure><a href="https://a.example/1"><img src="/1.jpg" alt="a" loading="lazy"></a>\
                <figcaption>One</figcaption></figure><figure><img src="/2.jpg" alt="b" loading="lazy"></figure>\
                <figcaption>The <em>whole</em> harbour</figcaption></figure>""");
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.youtube.com/embed/abcdefghijk?rel=0, youtube, https://www.youtube.com/watch?v=abcdefghijk",
        "//player.vimeo.com/video/123456, vimeo, https://vimeo.com/123456",
        "https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fa%2Fposts%2F1, facebook,"
                + " https://www.facebook.com/a/posts/1",
        "https://datawrapper.dwcdn.net/AbCdE/2/, datawrapper, https://datawrapper.dwcdn.net/AbCdE/",
        "https://maps.port.example/quay?x=1, maps-port-example, https://maps.port.example/quay?x=1"
    })
    void framesAreEmbeds(String src, String provider, String url) {
        reads(
                "<p>a</p><iframe src=\"" + src.replace("&", "&amp;")
                        + "\" width=560 height=315 title=Film allowfullscreen></iframe><p>b</p>",
                "<p>a</p>\n<figure data-embed=\"" + provider + "\" data-width=\"560\" data-height=\"315\"><a href=\""
                        + url + "\">Film</a></figure>\n<p>b</p>");
    }

    @Test
    void postsOfSocialNetworksKeepTheirAddress() {
        reads(
                """
                <blockquote class="twitter-tweet"><p lang="en" dir="ltr">Fog. <a href="https://t.co/x">t.co/x</a></p>\
                &mdash; Ann (@ann) <a href="https://twitter.com/ann/status/12">May 1</a></blockquote>\
                <script async src="https://platform.twitter.com/widgets.js"></script>""",
                "<figure data-embed=\"x\"><a href=\"https://twitter.com/ann/status/12\">Fog. t.co/x — Ann (@ann) May 1</a></figure>");
    }

    @Test
    void addressAloneOnItsLineIsAnEmbed() {
        String film = "https://youtu.be/abcdefghijk";
        String embed = "<figure data-embed=\"youtube\"><a href=\"" + film + "\">" + film + "</a></figure>";
        reads("<p> " + film + " </p>", embed);
        reads("<p><a href=\"" + film + "\">" + film + "</a></p>", embed);
        reads(
                "<figure class=\"wp-block-embed\"><div>\n" + film + "\n</div><figcaption>Cap</figcaption></figure>",
                embed.replace("</figure>", "<figcaption>Cap</figcaption></figure>"));
        reads("<p>See " + film + "</p>", "<p>See " + film + "</p>");
        assertThat(Body.fromMarkdown("a\n\n" + film + "\n\n<" + film + ">").html())
                .isEqualTo("<p>a</p>\n" + embed + "\n" + embed);
        reads("<p>https://a.example/page</p>", "<p>https://a.example/page</p>");
    }

    @Test
    void linksFromTheRootAndToHeadingsStay() {
        reads(
                "<p>See <a href=\"/2024/05/tides\">tides</a>, <a href=#kosten rel='nofollow noopener' title=T>below</a>.</p>"
                        + "<h2 id=kosten>Kosten für alle</h2>",
                "<p>See <a href=\"/2024/05/tides\">tides</a>, <a href=\"#kosten\" rel=\"nofollow\" title=\"T\">below</a>.</p>\n"
                        + "<h2 id=\"kosten\">Kosten für alle</h2>");
    }

    @Test
    void relativeAddressesNeedABase() {
        String html = "<p><a href=../b>b</a> <img src=c.jpg alt=c></p>";
        assertThat(Body.readHtml(html, null).losses())
                .containsExactly(new Loss("link", 1, "b"), new Loss("img", 1, "c"));
        BodyReading reading = Body.readHtml(html, "https://port.example/2024/a/");
        assertThat(reading.losses()).isEmpty();
        assertThat(reading.body().html())
                .isEqualTo("<p><a href=\"https://port.example/2024/b\">b</a></p>\n<figure><img"
                        + " src=\"https://port.example/2024/a/c.jpg\" alt=\"c\" loading=\"lazy\"></figure>");
    }

    @Test
    void footnotesOfMicrosoftWordAreRead() {
        Body body = Body.fromHtml("<p>A claim.<a href=\"#_ftn1\" name=\"_ftnref1\">[1]</a> More.</p>"
                + "<p><a href=\"#_ftnref1\" name=\"_ftn1\">[1]</a> The <i>source</i>.</p>");
        assertThat(body.html())
                .isEqualTo("<p>A claim.<sup id=\"noteref-1\"><a href=\"#note-1\">1</a></sup> More.</p>\n"
                        + "<section data-notes=\"\"><ol><li id=\"note-1\"><sup><a href=\"#noteref-1\">1</a></sup> The"
                        + " <em>source</em>.</li></ol></section>");
        assertThat(body.markdown()).isEqualTo("A claim.[^1] More.\n\n[^1]: The _source_.");
        assertThat(body.text()).isEqualTo("A claim.[1] More.\n\n[1] The source.");
    }

    @Test
    void innerListsStayWithinTheirItems() {
        Body body = Body.fromHtml("<ul><li>One<ol start=3><li>A</li><li>B</li></ol></li><li>Two</li></ul>");
        assertThat(body.html()).isEqualTo("<ul><li>One<ol start=\"3\"><li>A</li><li>B</li></ol></li><li>Two</li></ul>");
        assertThat(body.markdown()).isEqualTo("- One\n\n  3. A\n  4. B\n- Two");
        assertThat(body.text()).isEqualTo("• One\n   3. A\n   4. B\n• Two");
    }

    /** A direction on the item would apply to the list within it too. */
    @Test
    void directionOfAnItemDoesNotReachTheListWithin() {
        String list = "<ul><li><span dir=\"rtl\">مرفأ</span><ul><li>port</li></ul></li><li dir=\"rtl\">بحر</li></ul>";
        reads(list, list);
    }

    @Test
    void listSplitByAPictureContinuesItsNumbers() {
        reads(
                "<ol><li>Cast off<img src=/a.jpg alt=a> slowly</li><li>Steer<ul><li>left<hr></li><li>right</li></ul></li><li>Moor</li></ol>",
                """
                <ol><li>Cast off</li></ol>
                <figure><img src="/a.jpg" alt="a" loading="lazy"></figure>
                <p>slowly</p>
                <ol start="2"><li>Steer<ul><li>left</li></ul></li></ol>
                <hr>
                <ul><li>right</li></ul>
                <ol start="3"><li>Moor</li></ol>""");
    }

    @Test
    void tablesStayTables() {
        Body body = Body.fromHtml("""
                <table border=1><caption>Result</caption><thead><tr><th>Party<th colspan=2>Seats</thead>
                <tbody><tr><th>Reds<td>12<td></tr><tr><th rowspan=9>Blues<td><b>9</b><br>of 20<td>x</tr></tbody>
                <tfoot><tr><th>All<td>21<td></tfoot></table>""");
        assertThat(body.html()).isEqualTo("""
                <table><caption>Result</caption><thead><tr><th scope="col">Party</th><th scope="col" colspan="2">Seats</th></tr></thead>\
                <tbody><tr><th scope="row">Reds</th><td>12</td><td></td></tr>\
                <tr><th scope="row" rowspan="2">Blues</th><td><strong>9</strong><br>of 20</td><td>x</td></tr>\
                <tr><td><strong>All</strong></td><td>21</td><td></td></tr></tbody></table>""");
        assertThat(body.text()).startsWith("Result\nParty | Seats\nReds | 12 | ");
    }

    @Test
    void tablesThatLayOutAPageAreReadPieceByPiece() {
        reads(
                "<table><tr><td><h2>Head</h2><p>one</p></td></tr><tr><td><img src=/a.jpg alt=a>two</td></tr></table>",
                "<h2 id=\"head\">Head</h2>\n<p>one</p>\n<figure><img src=\"/a.jpg\" alt=\"a\" loading=\"lazy\"></figure>\n<p>two</p>");
    }

    @Test
    void pictureThatLoadsLateIsReadOnce() {
        String picture = "<figure><img src=\"https://m.example/a.jpg\" alt=\"Lazy\" loading=\"lazy\"></figure>";
        reads(
                "<p><img data-src=https://m.example/a.jpg src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' alt=Lazy>"
                        + "<noscript><img src=https://m.example/a.jpg alt=Lazy></noscript></p>",
                picture);
        reads("<p><img src='data:,' alt=Lazy><noscript><img src=//m.example/a.jpg alt=Lazy></noscript></p>", picture);
        reads(
                "<picture><source srcset='//m.example/s.jpg 300w, //m.example/a.jpg 900w'><img alt=Lazy></picture>",
                picture);
        reads("<p>x<img src=https://count.example/p.gif width=1 height=1 alt=''></p>", "<p>x</p>");
    }

    @Test
    void filmsAndSoundKeepTheirAddressesAndCaptions() {
        reads(
                "<figure><video controls poster=/p.jpg src=/v.mp4><track kind=captions src=/v.vtt srclang=en></video>"
                        + "<figcaption>The <b>film</b></figcaption></figure><audio controls><source src=https://m.example/a.mp3></audio>",
                """
                <figure><video controls="" preload="none" src="/v.mp4" poster="/p.jpg"><track kind="captions" src="/v.vtt" srclang="en"></video>\
                <figcaption>The <strong>film</strong></figcaption></figure>
                <figure><audio controls="" preload="none" src="https://m.example/a.mp3"></audio></figure>""");
    }

    @Test
    void captionsKeepTheirLinks() {
        reads(
                "<figure class=alignwide><img src=/a.jpg alt=A><figcaption>The boat, <a href=https://e.example/b>built here</a>."
                        + " <em>Photo: Ann</em></figcaption></figure>",
                "<figure data-role=\"wide\"><img src=\"/a.jpg\" alt=\"A\" loading=\"lazy\"><figcaption>The boat, "
                        + "<a href=\"https://e.example/b\">built here</a>. <em>Photo: Ann</em></figcaption></figure>");
    }

    @Test
    void emojiPicturesBecomeCharacters() {
        reads(
                "<p>Good <img src=https://s.example/emoji/1f600.png alt=😀 class=wp-smiley> day</p>",
                "<p>Good 😀 day</p>");
    }

    @Test
    void rubyReadingsStandBesideTheirCharacters() {
        Body body = Body.fromHtml("<p><ruby>港<rt>みなと</rt>町<rt>まち</rt></ruby>です</p>");
        assertThat(body.html())
                .isEqualTo(
                        "<p><ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby><ruby>町<rp>(</rp><rt>まち</rt><rp>)</rp></ruby>です</p>");
        assertThat(body.text()).isEqualTo("港(みなと)町(まち)です");
        assertThat(Body.fromMarkdown(body.markdown())).isEqualTo(body);
    }

    @Test
    void directionAndLanguageStay() {
        reads(
                "<p dir=rtl>port مرفأ</p><p dir=ltr>English</p><p>He said <i lang=la>quo vadis</i>.</p>",
                "<p dir=\"rtl\">port مرفأ</p>\n<p><span dir=\"ltr\">English</span></p>\n"
                        + "<p>He said <span lang=\"la\"><em>quo vadis</em></span>.</p>");
    }

    @Test
    void asidesAndDetailsBecomeBoxes() {
        reads(
                "<aside><h3>Facts</h3><p>Deep: 9 m</p></aside><details><summary>More</summary>text<p>end</p></details>",
                "<aside data-box=\"aside\"><h3 id=\"facts\">Facts</h3>\n<p>Deep: 9 m</p></aside>\n"
                        + "<aside data-box=\"details\"><header>More</header>\n<p>text</p>\n<p>end</p></aside>");
        reads(
                "<fieldset><legend>Fares</legend>by boat</fieldset><dl><dt>Pilot</dt><dd>steers</dd></dl>",
                "<p>Fares</p>\n<p>by boat</p>\n<p><strong>Pilot</strong></p>\n<p>steers</p>");
    }

    @Test
    void pullQuotesAndParagraphsOfQuotationsStay() {
        reads(
                "<figure class=wp-block-pullquote><blockquote><p>We wait.</p><cite>Ada <a href=https://a.example/>Lind</a></cite></blockquote></figure>"
                        + "<blockquote><p>One.</p><p>Two.</p></blockquote>",
                "<figure><blockquote class=\"pullquote\"><p>We wait.</p></blockquote><figcaption>— Ada <a"
                        + " href=\"https://a.example/\">Lind</a></figcaption></figure>\n<blockquote><p>One.</p><p>Two.</p></blockquote>");
    }

    @Test
    void noteWhoseMarkIsLeftOutIsReadOnceAtItsPlace() {
        String html = "<button><a id=m1 href=#n1>1</a></button>"
                + "<table><tr><td>a<td><p id=n1>Note. <a href=#m1>back</a></table>";
        assertThat(Body.fromHtml(html).blocks()).singleElement().isInstanceOf(TableBlock.class);
    }

    private static void reads(String html, String expected) {
        Body body = Body.fromHtml(html);
        assertThat(body.html()).isEqualTo(expected);
        assertThat(Body.fromHtml(expected)).isEqualTo(body);
    }
}
