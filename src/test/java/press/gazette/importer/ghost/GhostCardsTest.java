package press.gazette.importer.ghost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import press.gazette.body.Body;
import press.gazette.importer.item.Note;

/** The cards of Ghost in documents of both forms. */
class GhostCardsTest {

    private final List<Note> notes = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            value = {
                "{\"type\":\"button\",\"buttonText\":\"Join\",\"buttonUrl\":\"https://x.example/\"} § Join",
                "{\"type\":\"product\",\"productTitle\":\"Lamp\",\"productDescription\":\"<p>Bright</p>\"} § Bright",
                "{\"type\":\"header\",\"header\":\"Big\",\"subheader\":\"Small\"} § Small",
                "{\"type\":\"markdown\",\"markdown\":\"*One* two\"} § <em>One</em> two",
                "{\"type\":\"embed\",\"url\":\"https://www.youtube.com/watch?v=abcdefghijk\",\"caption\":\"Film\"} § data-embed=\"youtube\"",
                "{\"type\":\"bookmark\",\"url\":\"https://x.example/\",\"metadata\":{\"title\":\"Mark\"}} § Mark",
                "{\"type\":\"file\",\"src\":\"https://x.example/a.pdf\",\"fileTitle\":\"Minutes\"} § Minutes",
                "{\"type\":\"audio\",\"src\":\"https://x.example/a.mp3\",\"title\":\"Sound\"} § <audio",
            })
    void cardOfLexicalHasAForm(String card, String html) {
        String made = LexicalText.html("{\"root\":{\"type\":\"root\",\"children\":[" + card + "]}}", notes);
        assertThat(Body.fromHtml(made).html()).as(made).contains(html);
        assertThat(notes).isEmpty();
    }

    @Test
    void mobiledocHasMarksListsAtomsAndCards() {
        String document = """
                {"version":"0.3.1","markups":[["strong"],["a",["href","https://x.example/"]]],"atoms":[["soft-return","",{}]],
                 "cards":[["image",{"src":"https://x.example/a.jpg","alt":"A","caption":"The <em>lock</em>"}],["hr",{}],["signup",{}]],
                 "sections":[[1,"h2",[[0,[],0,"Head"]]],
                  [1,"p",[[0,[],0,"a "],[0,[0],1,"bold"],[1,[],0,0],[0,[1,0],2,"link & more"]]],
                  [3,"ol",[[[0,[],0,"one"]],[[0,[],0,"two"]]]],[10,0],[10,1],[10,2]]}""";
        String html = Body.fromHtml(MobiledocText.html(document, notes)).html();
        assertThat(html)
                .contains("<h2 id=\"head\">Head</h2>")
                .contains("a <strong>bold</strong><br>")
                .contains("link &amp; more")
                .contains("<ol><li>one</li><li>two</li></ol>")
                .contains("The <em>lock</em>")
                .contains("<hr>");
        assertThat(notes).containsExactly(new Note("card", "signup"));
        assertThat(MobiledocText.html("no json", notes)).isEmpty();
    }

    @Test
    void cardForMembersOnlyIsAGate() {
        String card = "{\"type\":\"html\",\"html\":\"<p>Secret</p>\",\"visibility\":{\"web\":{\"nonMember\":false}}}";
        assertThat(LexicalText.html("{\"root\":{\"children\":[" + card + "]}}", notes))
                .startsWith(GhostCards.GATE);
    }
}
