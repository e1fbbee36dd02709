package press.gazette.importer.wordpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import press.gazette.importer.item.ImportMapping;
import press.gazette.importer.item.ImportedArticle;
import press.gazette.importer.item.ImportedItem;
import press.gazette.importer.item.LeftOut;
import press.gazette.importer.item.Note;
import press.gazette.importer.item.UnreadableFile;

/** Files of WordPress as they are: damaged, in other encodings, hostile. */
class WordpressFilesTest {

    @Test
    void requirement17SickFilesAreRepairedWithTheirLines() {
        WordpressSource source = Exports.source(Exports.of(
                        "<x:undeclared>a</x:undeclared>",
                        Exports.post("1", "a", "Cats\u000b ]]]]><![CDATA[> dogs"),
                        "<category domain=\"x\" nicename=\"y\">R&D &nbsp; a ]]> b</category>",
                        Exports.post("2", "b", "x"))
                .replace("Title of b", "R&D <3 you"));
        List<ImportedItem> items = Exports.items(source);
        assertThat(items).hasSize(2);
        assertThat(((ImportedArticle) items.get(0)).html()).contains("Cats ]]> dogs".replace(">", ">"));
        assertThat(((ImportedArticle) items.get(1)).title()).isEqualTo("R&D <3 you");
        assertThat(source.notes())
                .extracting(Note::code)
                .contains(
                        "repaired-control-character",
                        "repaired-bare-ampersand",
                        "repaired-html-entity",
                        "repaired-cdata-end",
                        "repaired-bare-less-than");
        assertThat(source.notes().toString()).contains("first at line 1");
    }

    @Test
    void cutOffFileGivesWhatIsThere() {
        String export = Exports.of(Exports.post("1", "a", "x"), Exports.post("2", "b", "x"));
        WordpressSource source = Exports.source(export.substring(0, export.indexOf("<wp:post_name>b")));
        assertThat(Exports.items(source)).extracting(ImportedItem::id).containsExactly("1");
        assertThat(source.notes()).extracting(Note::code).contains("cut-off");
        assertThat(source.notes().toString()).contains("line ");
    }

    @Test
    void encodingIsThatOfTheBytes() {
        String export = Exports.of(Exports.post("1", "a", "Größe"));
        for (String encoded : List.of("UTF-16", "UTF-8")) {
            WordpressSource source = new WordpressSource(
                    List.of(Exports.file("\ufeff" + export.replace("UTF-8", encoded), StandardCharsets.UTF_8)),
                    ImportMapping.NONE);
            assertThat(((ImportedArticle) Exports.items(source).get(0)).html()).contains("Größe");
        }
        WordpressSource wide =
                new WordpressSource(List.of(Exports.file(export, StandardCharsets.UTF_16)), ImportMapping.NONE);
        assertThat(((ImportedArticle) Exports.items(wide).get(0)).html()).contains("Größe");
        WordpressSource latin = new WordpressSource(
                List.of(Exports.file(export.replace("UTF-8", "ISO-8859-1"), StandardCharsets.ISO_8859_1)),
                ImportMapping.NONE);
        assertThat(((ImportedArticle) Exports.items(latin).get(0)).html()).contains("Größe");
    }

    @Test
    void documentTypeIsRefused() {
        String hostile = "<?xml version=\"1.0\"?>\n<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n"
                + Exports.of(Exports.post("1", "a", "&x;")).replaceFirst("<\\?xml.*\\?>\n", "");
        assertThatThrownBy(() -> Exports.source(hostile))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("document type at line 2");
        assertThatThrownBy(() -> Exports.source("{\"db\":[]}")).isInstanceOf(UnreadableFile.class);
        assertThatThrownBy(() -> Exports.source("<feed><entry/></feed>")).isInstanceOf(UnreadableFile.class);
    }

    @Test
    void hugeElementIsLeftOutAlone() {
        String huge = "x".repeat(WxrReader.LONGEST * 3);
        WordpressSource source = Exports.source(Exports.of(
                Exports.post("1", "a", huge),
                Exports.post("2", "b", "x").replace("Title of b", huge),
                Exports.post("3", "c", "x")));
        List<ImportedItem> items = Exports.items(source);
        assertThat(items).extracting(ImportedItem::id).containsExactly("1", "2", "3");
        assertThat(((LeftOut) items.get(0)).reason().code()).isEqualTo("too-long");
        assertThat(((LeftOut) items.get(1)).reason().code()).isEqualTo("too-long");
    }
}
