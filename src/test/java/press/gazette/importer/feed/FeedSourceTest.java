package press.gazette.importer.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import press.gazette.body.Body;
import press.gazette.importer.item.Fate;
import press.gazette.importer.item.ImportMapping;
import press.gazette.importer.item.ImportedArticle;
import press.gazette.importer.item.ImportedItem;
import press.gazette.importer.item.ImportedTerm;
import press.gazette.importer.item.LeftOut;
import press.gazette.importer.item.Note;
import press.gazette.importer.item.UnreadableFile;
import press.gazette.importer.wordpress.Exports;
import press.gazette.importer.xml.FileDates;

/** Feeds with full text. */
class FeedSourceTest {

    private static final String RSS = """
            <rss version="2.0"><channel><title>T</title><link>https://www.old.example/</link><language>en-us</language>
            <item><title>R&D <b>x</b></title><link>https://www.old.example/2019/night-trams-return/?utm_source=x</link>
             <guid isPermaLink="false">tag:old.example,2019:1</guid><pubDate>Sat, 02 Mar 2019 06:00:00 +0100</pubDate>
             <description>In &lt;i&gt;short&lt;/i&gt;</description>
             <content:encoded><![CDATA[<p>The <a href="/2019/b/">body</a></p>]]></content:encoded>
             <dc:creator>Ada Roe</dc:creator><category>Harbour</category><category>Trams</category>
             <enclosure url="https://old.example/a.mp3" type="audio/mpeg" length="1"/></item>
            <item><title></title><guid>2</guid><description>Only &lt;b&gt;this&lt;/b&gt;</description>
             <author>ida@old.example (Ida Roe)</author><pubDate>yesterday</pubDate></item>
            <item><title>None</title></item>
            </channel></rss>""";

    private static final String ATOM = """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>T</title><id>urn:feed</id>
            <link rel="self" href="https://old.example/feed"/><link href="https://old.example/"/>
            <entry><id>urn:1</id><title type="html">A &amp;amp; B</title><link rel="alternate" href="https://old.example/a"/>
             <link rel="enclosure" href="https://old.example/a.mp4" type="video/mp4"/>
             <published>2019-03-02T06:00:00+01:00</published><updated>2019-04-02T06:00:00Z</updated>
             <author><name>Ada Roe</name><email>ada@old.example</email></author><author><name>Ida</name></author>
             <category term="harbour" label="Harbour"/>
             <summary>Short</summary>
             <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One<br/>two &lt; <em class="x">three</em></p></div></content></entry>
            <entry><id>urn:2</id><title>Plain</title><content type="text">1 &lt; 2</content></entry>
            </feed>""";

    @Test
    void categoryWithoutVisibleWordsIsNone() {
        FeedSource source = new FeedSource(
                List.of(Exports.file(RSS.replace("<category>Trams</category>", "<category>\u200b</category>"))),
                ImportMapping.NONE);
        assertThat(source.terms())
                .extracting(ImportedTerm::name)
                .contains("Harbour")
                .noneMatch(String::isBlank);
        assertThat(source.terms()).extracting(ImportedTerm::name).doesNotContain("\u200b");
    }

    @Test
    void itemOfRssIsAnArticle() {
        FeedSource source = source(RSS);
        List<ImportedItem> items = Exports.items(source);
        ImportedArticle first = (ImportedArticle) items.get(0);
        assertThat(first.id()).isEqualTo("tag:old.example,2019:1");
        assertThat(first.title()).isEqualTo("R&D x");
        assertThat(first.slug()).isEqualTo("night-trams-return");
        assertThat(first.standfirst()).isEqualTo("In short");
        assertThat(first.publishedAt()).isEqualTo("2019-03-02T05:00:00Z");
        assertThat(first.fate()).isEqualTo(Fate.PUBLISHED);
        assertThat(first.language()).isEqualTo("en-us");
        assertThat(first.terms()).containsExactly("category:Harbour", "category:Trams", "author:Ada Roe");
        assertThat(Body.readHtml(first.html(), first.base()).body().html())
                .contains("<audio")
                .contains("https://www.old.example/2019/b/");
        ImportedArticle second = (ImportedArticle) items.get(1);
        assertThat(second.title()).isEqualTo("Only this");
        assertThat(second.terms()).containsExactly("author:Ida Roe");
        assertThat(second.notes()).extracting(Note::code).containsExactly("title-made", "no-date");
        assertThat(((LeftOut) items.get(2)).reason().code()).isEqualTo("no-id");
        assertThat(source.system()).isEqualTo("https://www.old.example");
        assertThat(source.hosts()).containsExactly("old.example");
        assertThat(source.terms()).extracting(ImportedTerm::name).doesNotContain("ida@old.example");
        assertThat(source.notes()).extracting(Note::code).contains("repaired-bare-ampersand");
    }

    @Test
    void entryOfAtomIsAnArticle() {
        FeedSource source = source(ATOM);
        ImportedArticle first = (ImportedArticle) Exports.items(source).get(0);
        assertThat(first.id()).isEqualTo("urn:1");
        assertThat(first.title()).isEqualTo("A & B");
        assertThat(first.language()).isEqualTo("de");
        assertThat(first.publishedAt()).isEqualTo("2019-03-02T05:00:00Z");
        assertThat(first.updatedAt()).isEqualTo("2019-04-02T06:00:00Z");
        assertThat(first.standfirst()).isEqualTo("Short");
        assertThat(first.paths()).containsExactly("https://old.example/a");
        assertThat(first.terms()).containsExactly("category:Harbour", "author:Ada Roe", "author:Ida");
        assertThat(Body.fromHtml(first.html()).html())
                .contains("<video")
                .contains("<p>One<br>two &lt; <em>three</em></p>");
        assertThat(Body.fromHtml(((ImportedArticle) Exports.items(source).get(1)).html())
                        .text())
                .isEqualTo("1 < 2");
    }

    @ParameterizedTest
    @CsvSource({
        "'Sat, 02 Mar 2019 05:00:00 GMT', 2019-03-02T05:00:00Z",
        "'2 Mar 2019 05:00:00 UT', 2019-03-02T05:00:00Z",
        "2019-03-02T05:00:00Z, 2019-03-02T05:00:00Z",
        "2019-03-02T10:30:00+05:30, 2019-03-02T05:00:00Z",
    })
    void datesHaveTwoForms(String text, String date) {
        assertThat(FileDates.of(text)).contains(Instant.parse(date));
    }

    @Test
    void otherFilesAreRefused() {
        assertThatThrownBy(() -> source("<html><item/></html>")).isInstanceOf(UnreadableFile.class);
        assertThatThrownBy(() -> source("<!DOCTYPE rss><rss/>"))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("line 1");
        assertThat(Exports.items(source(RSS.substring(0, RSS.indexOf("<item><title></title>")))))
                .hasSize(1);
    }

    private static FeedSource source(String feed) {
        return new FeedSource(List.of(Exports.file(feed)), ImportMapping.NONE);
    }
}
