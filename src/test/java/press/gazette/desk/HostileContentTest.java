package press.gazette.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import press.gazette.newsroom.Slow;
import press.gazette.problem.Faults;

/** Every fault in a content is reported with its place, and nothing is written. */
@Slow
@QuarkusTest
class HostileContentTest {

    private static final String NOTES = "/v1/desk/notes";

    private static final String RIGHT = "\"slug\":\"hostile\",\"title\":\"Right\"";

    /** Faults in an otherwise valid note, with the pointer and a part of the detail. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '´',
            value = {
                "\"titl\":\"x\"                        | /titl           | Did you mean \"title\"?",
                "\"zzzzzzzz\":1                        | /zzzzzzzz       | Known here: slug, title",
                "\"a/b~c\":1                           | /a~1b~0c        | no member",
                "\"classification\":\"x\"              | /classification | no member",
                "\"__proto__\":{}                      | /__proto__      | no member",
                "\"@type\":\"java.lang.Runtime\"       | /@type          | no member",
                "\"title\":\"again\"                   | /title          | given twice",
                "\"titl\\u0065\":\"again\"             | /title          | given twice",
                "\"place\":{\"name\":\"a\",\"name\":\"b\",\"floor\":1,\"open\":true} | /place/name | given twice",
                "\"summary\":\"a\\u0000b\"             | /summary        | NUL",
                "\"words\":[\"a\",\"\\u0000\"]         | /words/1        | NUL",
                "\"summary\":\"\\ud800\"               | /summary        | surrogate",
                "\"summary\":\"\\udc00\\ud800\"        | /summary        | surrogate",
                "\"summary\":\"x\\ud83dx\"             | /summary        | surrogate",
                "\"tally\":{\"\\ud800\":1}             | /tally/\ufffd   | surrogate",
                "\"tally\":{\"a\\u0000\":1}            | /tally/a\ufffd  | NUL",
                "\"summary\":1                         | /summary        | must be a string",
                "\"summary\":true                      | /summary        | must be a string",
                "\"summary\":[]                        | /summary        | must be a string",
                "\"summary\":{}                        | /summary        | must be a string",
                "\"summary\":\"  \"                    | /summary        | says something",
                "\"words\":\"x\"                       | /words          | must be an array",
                "\"words\":{}                          | /words          | must be an array",
                "\"words\":[null]                      | /words/0        | cannot be null",
                "\"words\":[\"a\",2]                   | /words/1        | must be a string",
                "\"words\":[[\"a\"]]                   | /words/0        | must be a string",
                "\"kind\":\"IDEA\"                     | /kind           | one of idea, task",
                "\"kind\":\"\"                         | /kind           | one of idea, task",
                "\"kind\":0                            | /kind           | one of idea, task",
                "\"kinds\":[\"idea\",\"tusk\"]         | /kinds/1        | one of idea, task",
                "\"due\":\"2026-01-31\"                | /due            | RFC 3339",
                "\"due\":\"2026-01-31T09:30:00\"       | /due            | RFC 3339",
                "\"due\":\"2026-01-31T09:30Z\"         | /due            | RFC 3339",
                "\"due\":\"2026-02-30T09:30:00Z\"      | /due            | February 2026 has 28 days",
                "\"due\":\"2026-01-31T25:30:00Z\"      | /due            | The hour must be 00 to 23",
                "\"due\":\"+12026-01-31T09:30:00Z\"    | /due            | RFC 3339",
                "\"due\":\"9999-12-31T23:59:59-18:00\" | /due            | The latest time is 9998-12-31T23:59:59Z",
                "\"due\":\"0000-01-01T00:00:00Z\"      | /due            | The earliest time is 1600-01-01T00:00:00Z",
                "\"due\":\"2026-01-31T09:30:00Z[Europe/Rome]\" | /due    | RFC 3339",
                "\"due\":1767225600                    | /due            | RFC 3339",
                "\"day\":\"2026-13-01\"                | /day            | The month must be 01 to 12",
                "\"day\":\"2026-1-1\"                  | /day            | a date",
                "\"about\":\"1-1-1-1-1\"               | /about          | a UUID",
                "\"about\":\"\"                        | /about          | a UUID",
                "\"link\":\"http://a b\"               | /link           | a URI",
                "\"link\":\"\"                         | /link           | a URI",
                "\"count\":\"1\"                       | /count          | whole number",
                "\"count\":1.5                         | /count          | whole number",
                "\"count\":1e2                         | /count          | whole number",
                "\"count\":2147483648                  | /count          | whole number",
                "\"count\":-99999999999999999999       | /count          | whole number",
                "\"large\":9223372036854775808         | /large          | whole number",
                "\"share\":\"0.5\"                     | /share          | a number",
                "\"share\":1e999                       | /share          | a number",
                "\"urgent\":\"true\"                   | /urgent         | true or false",
                "\"urgent\":1                          | /urgent         | true or false",
                "\"tally\":[]                          | /tally          | must be an object",
                "\"tally\":{\"a\":\"1\"}               | /tally/a        | whole number",
                "\"place\":\"x\"                       | /place          | must be an object",
                "\"place\":[]                          | /place          | must be an object",
                "\"place\":{\"floor\":1,\"open\":true} | /place/name     | required",
                "\"place\":{\"name\":null,\"floor\":1,\"open\":true} | /place/name | required",
                "\"place\":{\"name\":\" \",\"floor\":1,\"open\":true} | /place/name | has a name",
                "\"place\":{\"name\":\"a\",\"floor\":100,\"open\":true} | /place/floor | 100 floors",
                "\"place\":{\"name\":\"a\",\"flor\":1,\"floor\":1,\"open\":true} | /place/flor | \"floor\"",
                "\"places\":[{\"name\":\"a\",\"floor\":1,\"open\":true},{}]  | /places/1/name | required",
                "\"code\":{\"value\":\"ABC\"}          | /code           | must be a string",
                "\"code\":\"abc\"                      | /code           | three capitals",
                "\"text\":{}                           | /text           | in one way",
                "\"text\":{\"plain\":\"a\",\"blocks\":[]} | /text        | in one way",
                "\"text\":{\"blocks\":[{}]}            | /text/blocks/0/type | one of audio, box, code",
                "\"text\":{\"blocks\":[{\"type\":\"script\"}]} | /text/blocks/0/type | paragraph",
                "\"text\":{\"blocks\":[{\"type\":\"divider\",\"x\":1}]} | /text/blocks/0/x | no member",
                "\"text\":{\"blocks\":[{\"type\":\"heading\",\"level\":1,\"text\":[{\"text\":\"a\"}]}]} | /text/blocks/0 | heading.level",
                "\"text\":{\"blocks\":[{\"type\":\"paragraph\",\"text\":[{\"text\":\"a\",\"marks\":[\"b\"]}]}]} | /text/blocks/0/text/0/marks/0 | strong",
                "\"text\":{\"blocks\":[{\"type\":\"paragraph\",\"text\":[{\"text\":\"a\",\"href\":\"javascript:x\"}]}]} | /text/blocks/0/text/0 | href",
            })
    void faultIsReportedWithItsPointer(String member, String pointer, String detail) {
        refused("{" + RIGHT + "," + member + "}")
                .body("code", equalTo("invalid-content"))
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].detail", containsString(detail));
    }

    static Stream<Arguments> notJson() {
        return Stream.of(
                Arguments.of("", "empty"),
                Arguments.of(" \n ", "empty"),
                Arguments.of("{", "line 1, column 2"),
                Arguments.of("{\"slug\":\"a\",\n\"title\"}", "line 2, column 8"),
                Arguments.of("{\"slug\":\"a\",}", "line 1, column 13"),
                Arguments.of("{'slug':'a'}", "line 1, column 2"),
                Arguments.of("{slug:1}", "line 1, column 2"),
                Arguments.of("{\"count\":NaN}", "line 1, column"),
                Arguments.of("{\"count\":-Infinity}", "line 1, column"),
                Arguments.of("{\"count\":01}", "line 1, column"),
                Arguments.of("{\"count\":+1}", "line 1, column"),
                Arguments.of("{\"count\":.5}", "line 1, column"),
                Arguments.of("{\"count\":0x1f}", "line 1, column"),
                Arguments.of("{\"count\":" + "9".repeat(2_000) + "}", "is too long"),
                Arguments.of("{\"slug\":\"a\tb\"}", "line 1, column"),
                Arguments.of("{\"slug\":\"a\0b\"}", "line 1, column"),
                Arguments.of("{\"slug\":\"\\x41\"}", "line 1, column"),
                Arguments.of("{\"slug\":\"\\u00\"}", "line 1, column"),
                Arguments.of("{} {}", "follows the value, at line 1, column 4"),
                Arguments.of("{}]", "line 1, column"),
                Arguments.of("// comment\n{}", "line 1, column 1"),
                Arguments.of("{/* */}", "line 1, column 2"),
                Arguments.of("\ufeff{}", "line 1, column 1"),
                Arguments.of("slug=a&title=b", "line 1, column"),
                Arguments.of("<note/>", "line 1, column 1"),
                Arguments.of("undefined", "line 1, column"));
    }

    @ParameterizedTest
    @MethodSource("notJson")
    void syntaxErrorHasLineAndColumn(String content, String place) {
        refused(content)
                .body("code", equalTo("malformed-json"))
                .body("detail", containsString(place))
                .body("detail", not(containsString("jackson")));
    }

    static Stream<byte[]> notUtf8() {
        return Stream.of(
                "{\"slug\":\"ü\"}".getBytes(StandardCharsets.ISO_8859_1),
                "{\"slug\":\"a\"}".getBytes(StandardCharsets.UTF_16),
                new byte[] {'"', (byte) 0xc0, (byte) 0x80, '"'},
                new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'},
                new byte[] {'"', (byte) 0xf5, (byte) 0x80, (byte) 0x80, (byte) 0x80, '"'},
                new byte[] {'"', (byte) 0xe2, (byte) 0x82});
    }

    @ParameterizedTest
    @MethodSource("notUtf8")
    void contentThatIsNotUtf8IsRejected(byte[] content) {
        given().contentType("application/json")
                .body(content)
                .when()
                .post(NOTES)
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed-json"));
    }

    @ParameterizedTest
    @CsvSource({"[]", "null", "1", "true", "'\"text\"'", "'[{}]'"})
    void contentMustBeAnObject(String content) {
        refused(content).body("code", equalTo("invalid-content")).body("errors[0].pointer", equalTo(""));
    }

    @Test
    void deepNestingIsRejected() {
        String right = "{\"tally\":" + "[".repeat(63) + "]".repeat(63) + "}";
        String deeper = "{\"tally\":" + "[".repeat(64) + "]".repeat(64) + "}";
        String abyss = "{\"tally\":" + "[".repeat(900_000);
        refused(right).body("errors.detail", not(hasItem(containsString("deeper"))));
        refused(deeper)
                .body("errors[0].detail", containsString("64 levels"))
                .body("errors[0].pointer", equalTo("/tally" + "/0".repeat(63)));
        refused(abyss).body("errors[0].detail", containsString("64 levels"));
    }

    @Test
    void allFaultsAreReportedAtOnce() {
        List<String> pointers = refused("{\"titel\":1,\"count\":\"x\",\"words\":[1,\"a\",2],\"place\":{\"flor\":1}}")
                .extract()
                .path("errors.pointer");
        assertThat(pointers)
                .containsExactlyInAnyOrder(
                        "/titel",
                        "/slug",
                        "/title",
                        "/words/0",
                        "/words/2",
                        "/count",
                        "/place/flor",
                        "/place/name",
                        "/place/floor",
                        "/place/open");
    }

    @Test
    void responseToAnAttackIsShort() {
        String many = Stream.iterate(0, i -> i + 1)
                .limit(10_000)
                .map(i -> "\"" + "x".repeat(100) + i + "\":1")
                .collect(Collectors.joining(",", "{", "}"));
        String response = refused(many).extract().asString();
        assertThat(response).hasSizeLessThan(400 * Faults.MOST_REPORTED);
        assertThat(response).contains("10002 faults");
        assertThat(refused("{\"" + "y".repeat(40_000) + "\":1}").extract().asString())
                .hasSizeLessThan(2_000);
    }

    /** Normalisation takes quadratic time for a run of marks: this many took half a minute. */
    @Test
    void longRunOfCombiningMarksIsRejected() {
        refused("{" + RIGHT + ",\"summary\":\"a" + "\u0301\u0316".repeat(150_000) + "\"}")
                .body("errors[0].pointer", equalTo("/summary"))
                .body("errors[0].detail", containsString("100 combining marks"));
        refused("{" + RIGHT + ",\"" + "\u0301\u0316".repeat(51) + "\":1}")
                .body("errors[0].detail", containsString("100"));
        refused("{" + RIGHT + ",\"summary\":\"a" + "\u0301\u0316".repeat(50) + "\",\"zzzzzzzz\":1}")
                .body("errors[0].pointer", equalTo("/zzzzzzzz"));
    }

    /** A suggestion compares a name with all known ones, so it is only computed for reported faults. */
    @Test
    void suggestionsAreComputedForReportedFaultsOnly() {
        AtomicInteger asked = new AtomicInteger();
        Iterable<String> known = () -> {
            asked.incrementAndGet();
            return List.of("title", "slug").iterator();
        };
        Faults faults = new Faults();
        for (int i = 0; i < 1_000; i++) {
            faults.unknown(
                    () -> {
                        asked.incrementAndGet();
                        return "/titl";
                    },
                    "titl",
                    known);
        }
        assertThat(faults.count()).isEqualTo(1_000);
        assertThat(asked).hasValueLessThanOrEqualTo(3 * Faults.MOST_REPORTED);
    }

    private static ValidatableResponse refused(String content) {
        long before = notes();
        ValidatableResponse response = given().contentType("application/json; charset=utf-8")
                .body(content.getBytes(StandardCharsets.UTF_8))
                .when()
                .post(NOTES)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        assertThat(notes()).isEqualTo(before);
        return response;
    }

    private static long notes() {
        return QuarkusTransaction.requiringNew().call(() -> Note.count());
    }
}
