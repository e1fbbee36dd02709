package press.gazette.media.desk;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static press.gazette.media.MediaClient.MEDIA;
import static press.gazette.media.MediaClient.send;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.media.MediaClient;
import press.gazette.media.TestFiles;
import press.gazette.media.TestPictures;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.ListClient;

/** SVG, which a newsroom accepts by a setting. */
@QuarkusTest
@TestProfile(SvgTest.Accepted.class)
class SvgTest {

    public static final class Accepted implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("gazette.media-svg", "true", "gazette.media-max-svg-size", "10K");
        }
    }

    private static final String NAMESPACE = " xmlns=\"http://www.w3.org/2000/svg\"";

    private static final String CHART =
            "<svg" + NAMESPACE + " viewBox=\"0 0 640 360\"><rect width=\"9\" height=\"9\"/></svg>";

    @AfterEach
    void tidyUp() {
        ListClient.tidyUp();
        TestFiles.tidyUp();
    }

    @Test
    void fileIsServedWithoutTheRightToDoAnything() {
        Response filed = svg(CHART);
        filed.then()
                .statusCode(201)
                .body("kind", equalTo("picture"))
                .body("width", equalTo(640))
                .body("height", equalTo(360))
                .body("url", endsWith(".svg"))
                .body("srcset", nullValue())
                .body("renditions.size()", equalTo(0));
        for (String url : new String[] {filed.path("url"), MEDIA + "/" + filed.path("id") + "/file"}) {
            Keys.asAdmin()
                    .get(url)
                    .then()
                    .statusCode(200)
                    .header("Content-Type", equalTo("image/svg+xml"))
                    .header("Content-Disposition", equalTo("attachment"))
                    .header(
                            "Content-Security-Policy",
                            equalTo("default-src 'none'; style-src 'unsafe-inline'; sandbox"))
                    .header("X-Content-Type-Options", equalTo("nosniff"))
                    .body(equalTo(CHART));
        }
        given().header("If-None-Match", when().get(filed.<String>path("url")).header("ETag"))
                .get(filed.<String>path("url"))
                .then()
                .statusCode(304)
                .header("Content-Security-Policy", containsString("sandbox"));
    }

    @Test
    void articleShowsIt() {
        Response filed = svg(CHART.replace("rect", "line"));
        DeskClient article = DeskClient.published("Desk: a chart", "image", filed.path("id"));
        when().get("/v1/articles/" + article.id())
                .then()
                .statusCode(200)
                .body("image.url", equalTo(filed.path("url")))
                .body("image.width", equalTo(640));
        MediaClient.patch(filed.path("id"), "{\"focus\":{\"x\":1,\"y\":2}}")
                .then()
                .statusCode(200);
        Keys.asAdmin()
                .post(MEDIA + "/" + filed.path("id") + "/renditions")
                .then()
                .statusCode(404);
    }

    @Test
    void endOfRightsTakesItAway() {
        Response filed = svg(CHART.replace("rect", "circle"));
        when().get(filed.<String>path("url")).then().statusCode(200);
        MediaClient.patch(filed.path("id"), "{\"rightsExpireAt\":\"2020-01-01T00:00:00Z\"}")
                .then()
                .statusCode(200);
        when().get(filed.<String>path("url")).then().statusCode(410);
    }

    @Test
    void pictureOfPixelsMayReplaceIt() {
        Response filed = svg(CHART.replace("rect", "ellipse"));
        MediaClient.replace(filed, TestPictures.of("png", 60, 30))
                .then()
                .statusCode(200)
                .body("width", equalTo(60));
        when().get(filed.<String>path("url")).then().statusCode(404);
    }

    @Test
    void drawingThatReplacesAPictureHasNoCrops() {
        Response filed = MediaClient.form(TestPictures.of("png", 90, 30));
        MediaClient.patch(filed.path("id"), "{\"crops\":{\"square\":{\"x\":1,\"y\":2,\"width\":9,\"height\":9}}}")
                .then()
                .statusCode(200);
        MediaClient.replace(filed, CHART.replace("rect", "path").getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(200)
                .body("crops", nullValue());
        MediaClient.patch(filed.path("id"), "{\"alt\":\"A chart\"}").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "width='300' height='200' | 300 | 200",
                "width='4in' height='1in' | 384 | 96",
                "width='100%' height='100%' viewBox='0 0 30.4 20' | 30 | 20",
                "width='300' viewBox='0,0,30,20' | 300 | 200",
                "height='2cm' viewBox='-5 -5 20 10' | 151 | 76"
            })
    void sizeIsInCssPixels(String attributes, int width, int height) {
        svg("\ufeff<?xml version='1.0'?><!-- a chart --><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' "
                        + "'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'><svg" + NAMESPACE + " "
                        + attributes + "/>")
                .then()
                .statusCode(201)
                .body("width", equalTo(width))
                .body("height", equalTo(height));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg/>",
                "<svg NS/>",
                "<svg NS viewBox='0 0 9'/>",
                "<svg NS viewBox='0 0 0 9'/>",
                "<svg NS width='1e9' height='9'/>",
                "<svg NS viewBox='0 0 9 9'>",
                "<svg NS viewBox='0 0 9 9'><g></svg>",
                "<?xml version='1.0'?><html/>",
                "<svg NS viewBox='0 0 9 9'><script>alert(1)</script></svg>",
                "<svg NS viewBox='0 0 9 9'><g><Script/></g></svg>",
                "<svg NS viewBox='0 0 9 9' onload='alert(1)'/>",
                "<svg NS viewBox='0 0 9 9'><a href=' java&#10;script:alert(1)'/></svg>",
                "<svg NS viewBox='0 0 9 9'><foreignObject/></svg>",
                "<svg NS viewBox='0 0 9 9'><animate attributeName='href' values='x;javascript:alert(1)'/></svg>",
                "<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'alert(1)'>]><svg NS viewBox='0 0 9 9'/>",
                "<!DOCTYPE svg [<!-- ]><svg NS viewBox='0 0 9 9'/><?x -->]><svg NS onload='alert(1)'/><?y ?>",
                "<?xml-stylesheet type='text/xsl' href='#a'?><svg NS viewBox='0 0 9 9'/>",
                "<svg NS viewBox='0 0 9 9'><?xml-stylesheet href='#a'?></svg>",
                "<!DOCTYPE svg [<!ENTITY a 'lol'>]><svg NS viewBox='0 0 9 9'>&a;</svg>",
                "<!DOCTYPE svg [<!ENTITY a 'lol'>]><svg NS viewBox='0 0 9 9' id='&a;'/>",
                "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><svg NS viewBox='0 0 9 9'>&a;</svg>"
            })
    void unusableFileIsRejected(String svg) {
        svg(svg.replace(" NS", NAMESPACE)).then().statusCode(400).body("code", equalTo("invalid-file"));
    }

    @Test
    void longFileIsRejected() {
        svg(CHART.replace("<rect", "<!-- " + "x".repeat(10_240) + " --><rect"))
                .then()
                .statusCode(413)
                .body("detail", containsString("10240"));
    }

    @Test
    void listOfTypesNamesIt() {
        assertThat(send("<html>".getBytes(StandardCharsets.UTF_8), "image/png").<String>path("detail"))
                .contains("SVG");
    }

    private static Response svg(String text) {
        return send(text.getBytes(StandardCharsets.UTF_8), "image/svg+xml");
    }
}
