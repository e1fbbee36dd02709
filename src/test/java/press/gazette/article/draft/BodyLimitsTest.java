package press.gazette.article.draft;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import press.gazette.newsroom.FewConnections;
import press.gazette.newsroom.Keys;

/** A server with tight bounds rejects larger bodies and names the place. */
@QuarkusTest
@TestProfile(FewConnections.class)
class BodyLimitsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':'table','rows':[[{'text':[{'text':'a'}],'colspan':61}]]} | /body/blocks/1/rows | 60 cells",
                "{'type':'gallery','images':[IMAGE,IMAGE,IMAGE,IMAGE,IMAGE,IMAGE,IMAGE,IMAGE,IMAGE]} | /body/blocks/1/images | 8 pictures",
                "{'type':'list','ordered':false,'items':[[{'text':'a'}],[{'text':'b'}],[{'text':'c'}],[{'text':'d'}]],'levels':[{'depth':0},{'depth':1},{'depth':2},{'depth':3}]} | /body/blocks/1/levels | 2 levels",
                "{'type':'box','kind':'facts','blocks':[{'type':'gallery','images':[IMAGE,IMAGE,IMAGE,IMAGE,IMAGE,IMAGE,IMAGE,IMAGE,IMAGE]}]} | /body/blocks/1/blocks/0/images | 8 pictures",
            })
    void blockBeyondABoundIsRejectedAtItsPlace(String block, String pointer, String bound) {
        String json = block.replace("IMAGE", "{'type':'image','url':'https://pictures.test/a.jpg','alt':'A lock'}")
                .replace('\'', '"');
        sent("{\"blocks\":[{\"type\":\"paragraph\",\"text\":[{\"text\":\"Fine.\"}]}," + json + "]}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].detail", containsString("at most " + bound));
    }

    @Test
    void documentBeyondABoundIsRejectedAsAWhole() {
        sent("{\"html\":\"<p>Fine.</p><table><tr>" + "<td>a</td>".repeat(61) + "</tr></table>\"}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/body/html"))
                .body("errors[0].detail", containsString("at most 60 cells"));
    }

    private static ValidatableResponse sent(String body) {
        return Keys.asAdmin()
                .contentType("application/json")
                .body("{\"title\":\"Desk: large\",\"type\":\"news\",\"language\":\"en\",\"tags\":[],\"body\":" + body
                        + "}")
                .post("/v1/desk/articles")
                .then();
    }
}
