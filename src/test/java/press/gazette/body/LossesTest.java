package press.gazette.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import press.gazette.body.assembly.Loss;

/** Tests the report of content that a body cannot hold. */
class LossesTest {

    @Test
    void lossesAreReported() {
        BodyReading reading = Body.readHtml(
                "<p>a</p><script>x()</script><form>Name <input> <select><option>b</select><button>Send it</button></form>"
                        + "<svg><text>Chart</text></svg><math><mi>x</mi></math><object data=a.swf></object>"
                        + "<a href=javascript:x>go there</a><img src=data:, alt=Moon><script>y()</script>",
                null);
        assertThat(reading.losses())
                .extracting(Loss::what)
                .containsExactly("script", "input", "select", "button", "svg", "math", "object", "link", "img");
        assertThat(reading.losses())
                .contains(new Loss("script", 2, ""), new Loss("button", 1, "Send it"), new Loss("link", 1, "go there"));
    }

    @Test
    void wordsNearALossAreWholeCharacters() {
        String faces = "😀".repeat(40);
        assertThat(Body.readHtml("<button>" + faces + "</button>", null).losses())
                .containsExactly(new Loss("button", 1, "😀".repeat(29) + "…"));
        assertThat(Body.readHtml("<button>a" + faces + "</button>", null).losses())
                .containsExactly(new Loss("button", 1, "a" + "😀".repeat(29) + "…"));
    }

    @Test
    void droppedCharactersAreLosses() {
        Loss bell = new Loss("U+0007", 2, "tides");
        assertThat(Body.readHtml("<p>High ti\u0007des</p><pre>ri&#7;se</pre>", null)
                        .losses())
                .containsExactly(bell);
        assertThat(Body.readMarkdown("High ti\u0007des `ri&#7;se\u0007`", null).losses())
                .containsExactly(bell);
        assertThat(Body.droppedFrom(List.of("High ti\u0007des", "ri\u0007se", "a\tb\r\n")))
                .containsExactly(bell);
    }

    @Test
    void combiningMarksBeyondTheBoundAreLosses() {
        String text = "High ti" + "\u0301".repeat(103) + "des";
        Loss accents = new Loss("U+0301", 3, "\u0301".repeat(33) + "des");
        assertThat(Body.readHtml("<p>" + text + "</p>", null).losses()).containsExactly(accents);
        assertThat(Body.readMarkdown(text, null).losses()).containsExactly(accents);
        assertThat(Body.droppedFrom(List.of(text))).containsExactly(accents);
        assertThat(Body.readHtml("<pre>" + text + "</pre>", null).body().text())
                .isEqualTo("High ti" + "\u0301".repeat(100) + "des");
        assertThat(Body.readHtml("<p>" + "ti\u0301".repeat(200) + "</p>", null).losses())
                .isEmpty();
    }

    @Test
    void namesOfLossesAreShort() {
        assertThat(Body.readHtml("<v:" + "x".repeat(1_000) + ">a", null).losses())
                .extracting(Loss::what)
                .allMatch(what -> what.length() <= 60);
    }

    @Test
    void lossWithoutWordsIsNamedByItsLabelOrItsAddress() {
        String html = "<p>a</p><input placeholder=Name><embed src=/a.swf><map><area alt=North href=/n></map>"
                + "<pre>x <a href=/b>y</a><img src=/a.jpg alt=Moon></pre><video src=/v.mp4 poster=p.jpg><track src=t.vtt></video>";
        assertThat(Body.readHtml(html, null).losses())
                .containsExactly(
                        new Loss("input", 1, "Name"),
                        new Loss("embed", 1, "/a.swf"),
                        new Loss("map", 1, "North"),
                        new Loss("link", 1, "y"),
                        new Loss("img", 1, "Moon"),
                        new Loss("poster", 1, "p.jpg"),
                        new Loss("track", 1, "t.vtt"));
    }

    @Test
    void linkToAPlaceThatIsGoneIsToldUnlessTheDocumentNeverHadIt() {
        String html = "<p><a href=#harbour>to the harbour</a> <a href=#port>to the port</a> <a href=#top>up</a></p>"
                + "<p id=harbour>Harbour</p><h2 id=port>Port</h2>";
        BodyReading reading = Body.readHtml(html, null);
        assertThat(reading.losses()).containsExactly(new Loss("anchor", 1, "to the harbour"));
        assertThat(reading.body().html()).contains("<a href=\"#harbour\">");
    }

    @Test
    void linkToAHeadingWhoseIdIsMadeOfItsWordsIsNoLoss() {
        String html = "<p><a href=#port>to the port</a></p><a name=port></a><h2>Port</h2>";
        assertThat(Body.readHtml(html, null).losses()).isEmpty();
        assertThat(Body.readHtml(html.replace("<h2>Port</h2>", "<ul><li><h2 id=port>Port</h2></ul>"), null)
                        .losses())
                .containsExactly(new Loss("heading", 1, "Port"), new Loss("anchor", 1, "to the port"));
    }

    @Test
    void everyLinkToAPlaceThatIsGoneIsOneLoss() {
        String html = "<p><a href=#note-x>to <b>note</b> x</a> <a href='#zum hafen'>Hafen</a></p>"
                + "<a href=#map><img src=/a.jpg alt=Map></a><p id=note-x>x</p><p id='zum hafen'>y</p><p id=map>z</p>";
        assertThat(Body.readHtml(html, null).losses()).containsExactly(new Loss("anchor", 3, "to"));
    }

    @Test
    void numbersOutOfOrderBeginAListAndAreToldWhereNoneCanBegin() {
        BodyReading reading = Body.readHtml(
                "<ol><li>a<li><li value=7>b<li>c<ol><li>d<li value=4>e</ol></ol><ol type=i reversed><li>f</ol>", null);
        assertThat(reading.body().markdown()).isEqualTo("1. a\n\n7) b\n8) c\n   1) d\n   2) e\n\n1. f");
        assertThat(reading.losses()).containsExactly(new Loss("numbering", 2, "4"));
    }

    @Test
    void numbersThatAreNoneDoNotSplitAList() {
        BodyReading reading = Body.readHtml("<ol start=''><li>a<li value=x>b<li value=''>c</ol>", null);
        assertThat(reading.body().markdown()).isEqualTo("1. a\n2. b\n3. c");
        assertThat(reading.losses()).isEmpty();
    }

    @Test
    void numbersThatNoListHasAreLosses() {
        assertThat(Body.readHtml("<ol start=-3><li>a</ol><ol start=123456789><li>b<li value=-1>c</ol>", null)
                        .losses())
                .containsExactly(new Loss("numbering", 3, "a"));
    }

    @Test
    void lettersOfAStyleAreALossAsThoseOfATypeAre() {
        assertThat(Body.readHtml(
                                "<ol style='color:red; list-style-type: lower-alpha'><li>a</ol><ol><li style=list-style:upper-roman>b</ol>"
                                        + "<ol style=list-style-type:decimal><li>c</ol>",
                                null)
                        .losses())
                .containsExactly(new Loss("numbering", 2, "a"));
    }

    @Test
    void innerListThatGoesOnWithOtherNumbersIsALoss() {
        String lists = "<ul><li>a<ol><li>b</ol>c<ol start=%s><li>d</ol></ul>";
        assertThat(Body.readHtml(lists.replace("%s", "7"), null).losses())
                .containsExactly(new Loss("numbering", 1, "7"));
        assertThat(Body.readHtml(lists.replace("%s", "2"), null).losses()).isEmpty();
        assertThat(Body.readHtml("<ul><li>a<ul><li>b</ul><ol start=7><li>c</ol></ul>", null)
                        .losses())
                .isEmpty();
    }

    @Test
    void listsAndQuotationsWhoseWordsBecomeLinesAreLosses() {
        assertThat(Body.readHtml("<blockquote>a<ul><li>b<li>c</ul><blockquote>d</blockquote></blockquote>", null)
                        .losses())
                .containsExactly(new Loss("list", 1, "b"), new Loss("quote", 1, "d"));
        assertThat(Body.readMarkdown("- a\n\n  > b\n", null).losses()).containsExactly(new Loss("quote", 1, "b"));
        String levels = "<ul><li>x".repeat(9) + "<ul><li>deep" + "</ul>".repeat(10);
        assertThat(Body.readHtml(levels, null).losses()).containsExactly(new Loss("list", 1, "deep"));
        String boxes = "<aside><p>x</p>".repeat(3) + "<aside>deep</aside>" + "</aside>".repeat(3);
        assertThat(Body.readHtml(boxes, null).losses()).containsExactly(new Loss("box", 1, "deep"));
    }

    @Test
    void quotationsAndListsWithoutWordsLoseNothing() {
        assertThat(Body.readHtml(
                                "<ul><li>a<blockquote><img src=/x.jpg></blockquote></ul><blockquote>b<ul></ul>"
                                        + "<blockquote></blockquote></blockquote><p>Later",
                                null)
                        .losses())
                .isEmpty();
    }

    @Test
    void everyQuotationAndListAroundTheSameWordsIsALoss() {
        assertThat(Body.readHtml("<blockquote><blockquote><ul><li>x<li>y</ul></blockquote>z<ul><li>w</ul>", null)
                        .losses())
                .containsExactly(new Loss("quote", 1, "x"), new Loss("list", 2, "x"));
    }

    @Test
    void headingThatBecomesALineIsALoss() {
        assertThat(Body.readHtml("<ul><li><h3>Tides</h3>high</ul><blockquote><h2>Fees</h2></blockquote>", null)
                        .losses())
                .containsExactly(new Loss("heading", 2, "Tides"));
        assertThat(Body.readMarkdown("> # Fees\n>\n> low", null).losses())
                .containsExactly(new Loss("heading", 1, "Fees"));
    }

    @Test
    void cellsAndTitlesKeepTheWordsOfBlocksAndTellTheRest() {
        BodyReading reading = Body.readHtml(
                "<table><tr><td><ol type=a><li>a<li>b</ol><blockquote>q</blockquote><td>c<p class=wp-block-file><a href=/f.pdf>f</a>"
                        + "</table><details><summary><video src=/v.mp4></video>d</summary>e</details>"
                        + "<figure><img src=/a.jpg><figcaption>g<iframe src=https://a.example/h title=h></iframe></figcaption></figure>",
                null);
        assertThat(reading.body().text()).contains("a", "b", "q", "c", "f", "/v.mp4 d", "e", "g h");
        assertThat(reading.losses())
                .containsExactlyInAnyOrder(
                        new Loss("numbering", 1, "a"),
                        new Loss("list", 1, "a"),
                        new Loss("quote", 1, "q"),
                        new Loss("file", 1, "f"),
                        new Loss("video", 1, "/v.mp4"),
                        new Loss("embed", 1, "h"));
    }

    @Test
    void boxInACellLeavesItsTitleAndItsBlocks() {
        BodyReading reading = Body.readHtml(
                "<table><tr><td><div class=factbox><header>Fees</header><p>p</p><pre>x = 1</pre><img src=/a.jpg alt=Moon></div><td>c</table>",
                null);
        assertThat(reading.body().text()).contains("Fees", "p", "x = 1", "Moon", "c");
        assertThat(reading.losses()).containsExactly(new Loss("box", 1, "Fees"), new Loss("img", 1, "Moon"));
    }

    @Test
    void marksInPreformattedTextAreLosses() {
        BodyReading reading = Body.readHtml(
                "<pre>10<sup>6</sup> <del>no</del> <img class=emoji src=/e.png alt=☀><img src=/p.gif width=1 height=1></pre>",
                null);
        assertThat(reading.body().text()).isEqualTo("106 no ☀");
        assertThat(reading.losses()).containsExactly(new Loss("sup", 1, "6"), new Loss("del", 1, "no"));
    }

    @Test
    void tableOfDataThatIsReadPieceByPieceIsALoss() {
        String film = "<td><iframe src=https://www.youtube.com/embed/abcdefghijk></iframe></table>";
        assertThat(Body.readHtml("<table><caption>Films</caption><tr><td>a" + film, null)
                        .losses())
                .containsExactly(new Loss("table", 1, "Films"));
        assertThat(Body.readHtml("<table><tr><th>a" + film, null).losses()).containsExactly(new Loss("table", 1, "a"));
        assertThat(Body.readHtml("<table><tr><td>a" + film, null).losses()).isEmpty();
        assertThat(Body.readHtml("<table><caption>Films</caption><tr><td>a<tr><td>b</table>", null)
                        .losses())
                .containsExactly(new Loss("table", 1, "Films"));
    }

    @Test
    void titleLongerThanAnyIsALoss() {
        String title = "long ".repeat(500);
        assertThat(Body.readHtml("<p><a href=/a title='" + title + "'>a</a>", null)
                        .losses())
                .singleElement()
                .satisfies(loss -> assertThat(loss.what()).isEqualTo("title"));
        assertThat(Body.readMarkdown("[a](/a \"" + title + "\") <abbr title='" + title + "'>b</abbr>", null)
                        .losses())
                .singleElement()
                .satisfies(loss -> assertThat(loss.count()).isEqualTo(2));
        assertThat(Body.readHtml("<p title='" + title + "'>a", null).losses()).isEmpty();
    }

    @Test
    void htmlThatJoinsAQuotationOfMarkdownLosesItsForm() {
        assertThat(Body.readMarkdown("> a\n>\n> <ul><li>b</ul><h2>c</h2><blockquote>d</blockquote>", null)
                        .losses())
                .containsExactly(new Loss("list", 1, "b"), new Loss("heading", 1, "c"), new Loss("quote", 1, "d"));
    }

    @Test
    void everyTrackOfSoundIsALoss() {
        String sound = "<audio src=/a.mp3><track src=/a.vtt label=English><track src=/b.vtt></audio>";
        assertThat(Body.readHtml(sound, null).losses()).containsExactly(new Loss("track", 2, "English"));
    }

    @Test
    void scriptAndStyleInTheHeadOfAPageAreLossesToo() {
        assertThat(Body.readHtml("<style>p{}</style><script>x</script><p>a</p>", null)
                        .losses())
                .extracting(Loss::what)
                .containsExactly("style", "script");
    }

    @Test
    void elementReadTwiceIsOneLoss() {
        String html = "<a href=javascript:x><img src=/a.jpg></a><table><tr><td><button>b</button><td></table>";
        assertThat(Body.readHtml(html, null).losses())
                .containsExactly(new Loss("link", 1, ""), new Loss("button", 1, "b"));
    }
}
