package press.gazette.importer.ninjs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import press.gazette.body.Body;
import press.gazette.importer.item.Fate;
import press.gazette.importer.item.ImportMapping;
import press.gazette.importer.item.ImportedArticle;
import press.gazette.importer.item.ImportedArticle.Place;
import press.gazette.importer.item.ImportedItem;
import press.gazette.importer.item.ImportedTerm;
import press.gazette.importer.item.LeftOut;
import press.gazette.importer.item.Note;
import press.gazette.importer.item.UnreadableFile;
import press.gazette.importer.wordpress.Exports;
import press.gazette.tag.TagType;

/** Items of agencies in both generations of ninjs. */
class NinjsSourceTest {

    private static final ImportMapping PUBLISHING = ImportMapping.read("publish: true");

    private static final String FIRST = """
            {"uri":"urn:wire:1","type":"text","version":"3","versioncreated":"2024-05-02T08:00:00Z","firstcreated":"2024-05-01T08:00:00+02:00",
             "pubstatus":"usable","urgency":3,"ednote":"Adds quote","language":"en-GB","headline":"Lock <b>opens</b>","slugline":"Harbour-Lock",
             "byline":"Ida Roe <ida@wire.example>","located":"Averil","description_text":"After a year","usageterms":"No archives",
             "copyrightholder":"Wire One","body_text":"The lock opened.\\n\\nBoats passed < 9.",
             "subject":[{"name":"Transport","code":"20000337","scheme":"http://cv.iptc.org/newscodes/mediatopic/"}],
             "place":[{"name":"Averil"}],"person":[{"name":"Ada Ax","rel":"author"},{"name":"Pat Po"}],
             "associations":{"featured":{"uri":"urn:pic:1","type":"picture","headline":"Lock","description_text":"The lock","byline":"Bo",
               "renditions":{"thumb":{"href":"https://wire.example/t.jpg","width":100,"height":80},
                "main":{"href":"https://wire.example/m.jpg","width":1600,"height":900}}},
              "second":{"uri":"urn:pic:2","type":"picture","renditions":{"main":{"href":"https://wire.example/2.jpg"}}},
              "gone":{"uri":"urn:pic:3","type":"picture","pubstatus":"canceled","renditions":{"main":{"href":"https://wire.example/3.jpg"}}}}}""";

    private static final String SECOND = """
            {"standard":{"name":"ninjs","version":"3.1"},"uri":"urn:wire:2","type":"text","pubStatus":"usable","versionCreated":"2024-05-02T08:00:00Z",
             "headlines":[{"role":"kicker","value":"Harbour"},{"role":"main","value":"Lock opens"}],"by":"Ida Roe","edNote":"Private",
             "descriptions":[{"role":"summary","value":"In short"}],"located":"AVERIL",
             "bodies":[{"role":"plain","contentType":"text/plain","value":"no"},{"role":"main","contentType":"text/html","value":"<p>AVERIL (Wire) — It opened.</p>"}],
             "subjects":[{"name":"Transport","uri":"medtop:20000337","code":"medtop:20000337"}],"infoSources":[{"name":"Wire Two"}],
             "altIds":[{"role":"link","value":"https://wire.example/2"}],
             "associations":[{"name":"clip","type":"video","renditions":[{"name":"main","href":"https://wire.example/c.mp4"}]}]}""";

    @Test
    void itemOfTheFirstGenerationIsAnArticle() {
        NinjsSource source = source(FIRST, PUBLISHING);
        ImportedArticle article = (ImportedArticle) Exports.items(source).get(0);
        assertThat(article.id()).isEqualTo("urn:wire:1");
        assertThat(article.title()).isEqualTo("Lock opens");
        assertThat(article.standfirst()).isEqualTo("After a year");
        assertThat(article.slug()).isEmpty();
        assertThat(article.publishedAt()).isEqualTo("2024-05-01T06:00:00Z");
        assertThat(article.updatedAt()).isEqualTo("2024-05-02T08:00:00Z");
        assertThat(article.fate()).isEqualTo(Fate.PUBLISHED);
        assertThat(article.texts())
                .containsEntry(Place.BYLINE, "Ida Roe")
                .containsEntry(Place.SOURCE, "Wire One")
                .containsEntry(Place.RIGHTS, "No archives");
        assertThat(article.fields())
                .containsEntry("version", List.of("3"))
                .containsEntry("urgency", List.of("3"))
                .containsEntry("ednote", List.of("Adds quote"))
                .containsEntry("slugline", List.of("Harbour-Lock"));
        assertThat(article.image()).isNotNull();
        assertThat(article.image().url()).isEqualTo("https://wire.example/m.jpg");
        assertThat(article.image().width()).isEqualTo(1600);
        assertThat(article.image().caption()).isEqualTo("The lock");
        assertThat(article.image().credit()).isEqualTo("Bo");
        Body body = Body.fromHtml(article.html());
        assertThat(body.text()).startsWith("Averil – The lock opened.\n\nBoats passed < 9.");
        assertThat(body.html()).contains("2.jpg").doesNotContain("3.jpg").doesNotContain("Adds quote");
        assertThat(article.notes()).extracting(Note::code).contains("ednote", "media-canceled");
        assertThat(article.terms())
                .containsExactly("keyword:transport", "place:averil", "person:pat-po", "contributor:ada-ax");
        ImportedTerm subject = source.terms().get(0);
        assertThat(subject.sameAs()).containsExactly("http://cv.iptc.org/newscodes/mediatopic/20000337");
        assertThat(source.terms()).extracting(ImportedTerm::type).contains(TagType.PLACE, TagType.PERSON);
    }

    @Test
    void itemOfTheSecondGenerationIsAnArticle() {
        ImportedArticle article =
                (ImportedArticle) Exports.items(source(SECOND, PUBLISHING)).get(0);
        assertThat(article.title()).isEqualTo("Lock opens");
        assertThat(article.standfirst()).isEqualTo("In short");
        assertThat(article.texts()).containsEntry(Place.KICKER, "Harbour").containsEntry(Place.SOURCE, "Wire Two");
        assertThat(article.html())
                .startsWith("<p>AVERIL (Wire) — It opened.</p>")
                .contains("<video");
        assertThat(article.paths()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "usable, true, PUBLISHED",
        "usable, false, DRAFT",
        "withheld, true, WITHHELD",
        "canceled, true, WITHDRAWN",
        "made-up, true, DRAFT",
    })
    void onlyUsableItemsAppearAndOnlyIfTheMappingSaysSo(String status, boolean publish, Fate fate) {
        NinjsSource source = source(SECOND.replace("usable", status), publish ? PUBLISHING : ImportMapping.NONE);
        assertThat(((ImportedArticle) Exports.items(source).get(0)).fate()).isEqualTo(fate);
    }

    @Test
    void embargoThatCannotBeReadHasNoEnd() {
        NinjsSource source = source(SECOND.replace("\"by\"", "\"embargoed\":\"Sunday\",\"by\""), PUBLISHING);
        assertThat(((ImportedArticle) Exports.items(source).get(0)).fate()).isEqualTo(Fate.HIDDEN);
    }

    @Test
    void newestVersionInAFileCountsWhereverItStands() {
        String canceled =
                "{\"uri\":\"urn:wire:1\",\"type\":\"text\",\"versioncreated\":\"2024-05-03T08:00:00Z\",\"pubstatus\":\"canceled\"}";
        List<ImportedItem> items = Exports.items(source("[" + canceled + "," + FIRST + "," + SECOND + "]", PUBLISHING));
        assertThat(((ImportedArticle) items.get(0)).fate()).isEqualTo(Fate.WITHDRAWN);
        assertThat(((LeftOut) items.get(1)).reason().code()).isEqualTo("older-version");
        assertThat(items).hasSize(3);
    }

    @Test
    void fileIsAnObjectALineEachAnArrayOrAComposite() {
        String composite = "{\"uri\":\"urn:feed\",\"type\":\"composite\",\"associations\":[" + FIRST + "," + SECOND
                + "],\"by\":\"Wire\"}";
        String late = "{\"associations\":[" + FIRST + "," + SECOND + "],\"type\":\"composite\"}";
        for (String file : List.of(FIRST + "\n" + SECOND, "[" + FIRST + "," + SECOND + "]", composite, late)) {
            assertThat(Exports.items(source(file, PUBLISHING)))
                    .extracting(ImportedItem::id)
                    .containsExactly("urn:wire:1", "urn:wire:2");
        }
        String picture = "{\"uri\":\"urn:pic:1\",\"type\":\"picture\",\"headline\":\"Lock\"}";
        LeftOut kept = (LeftOut) Exports.items(source(picture, PUBLISHING)).get(0);
        assertThat(kept.reason().code()).isEqualTo("no-article");
        assertThat(kept.content()).containsEntry("headline", "Lock");
    }

    @Test
    void otherFilesAreToldWithTheirLine() {
        assertThatThrownBy(() -> source("<rss/>", PUBLISHING)).isInstanceOf(UnreadableFile.class);
        assertThatThrownBy(() -> source("[1]", PUBLISHING)).hasMessageContaining("line 1");
        assertThatThrownBy(() -> source("\n{\"a\":1}", PUBLISHING)).hasMessageContaining("line 2");
        String deep = "[".repeat(2_000) + "]".repeat(2_000);
        assertThatThrownBy(() -> source("{\"uri\":\"x\",\"a\":" + deep + "}", PUBLISHING))
                .isInstanceOf(UnreadableFile.class);
    }

    private static NinjsSource source(String json, ImportMapping mapping) {
        return new NinjsSource(List.of(Exports.file(json)), mapping);
    }
}
