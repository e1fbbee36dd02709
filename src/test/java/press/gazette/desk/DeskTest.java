package press.gazette.desk;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static press.gazette.desk.Notes.NOTES;
import static press.gazette.desk.Notes.PATCH;
import static press.gazette.desk.Notes.desk;
import static press.gazette.desk.Notes.draft;
import static press.gazette.desk.Notes.full;
import static press.gazette.desk.Notes.id;
import static press.gazette.desk.Notes.ledger;
import static press.gazette.desk.Notes.notesWith;
import static press.gazette.desk.Notes.patch;
import static press.gazette.desk.Notes.post;
import static press.gazette.desk.Notes.slug;
import static press.gazette.desk.Notes.write;

import java.util.Collections;
import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.newsroom.Listings;
import press.gazette.newsroom.Parallel;

/** The responses to writes, with notes as the example. */
@QuarkusTest
class DeskTest {

    private static final int WRITERS = 20;

    @Test
    void createdResourceHasLocationAndETag() {
        String slug = slug();
        Response created = post(draft(slug, "A title"));
        created.then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .header("Cache-Control", "no-store")
                .header("Preference-Applied", nullValue())
                .header("Access-Control-Allow-Origin", nullValue())
                .body("note.slug", equalTo(slug));
        String location = created.header("Location");
        assertThat(location).isEqualTo(NOTES + "/" + created.path("id"));
        when().get(location)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .header("Cache-Control", "no-store")
                .header("Last-Modified", nullValue())
                .body("note.title", equalTo("A title"));
        given().header("If-None-Match", "\"0\"").get(location).then().statusCode(304);
        given().header("If-None-Match", "\"1\"").get(location).then().statusCode(200);
    }

    @Test
    void deskListingsArePagedAndNotCached() {
        List<String> ids = List.of(id(full()), id(full()), id(full()));
        List<Object> walked = Listings.walk(NOTES + "?limit=2").stream()
                .map(item -> item.get("id"))
                .toList();
        assertThat(walked).containsAll(ids).doesNotHaveDuplicates();
        when().get(NOTES + "?limit=1")
                .then()
                .header("Cache-Control", "no-store")
                .header("Last-Modified", nullValue())
                .header("Link", containsString("rel=\"next\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATCH", "PUT", "DELETE"})
    void writeWithoutAMatchingETagIsRejected(String method) {
        String location = full();
        write(location, null, method).then().statusCode(428).body("code", equalTo("precondition-required"));
        write(location, "\"1\"", method)
                .then()
                .statusCode(412)
                .body("code", equalTo("precondition-failed"))
                .body("detail", containsString("\"0\", last changed by key:ada"));
        when().get(location).then().statusCode(200).header("ETag", "\"0\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '´',
            value = {
                "\"0\" | 200",
                "* | 200",
                "\"0-gzip\" | 200",
                "\"8\", \"0\" | 200",
                " , \"a,b\" ,, \"0\" | 200",
                "W/\"0\" | 412",
                "\"00\" | 412",
                "\"\" | 412",
                "\"0-br\" | 412",
                "0 | 400",
                "\"0 | 400",
                "\"0\" \"1\" | 400",
                "*, \"0\" | 400",
            })
    void everyFormOfIfMatchIsParsed(String ifMatch, int status) {
        patch(full(), ifMatch, "{\"title\":\"New\"}").then().statusCode(status);
    }

    @Test
    void changeGivesANewETagUnlessNothingChanges() {
        String location = full();
        patch(location, "\"0\"", "{\"title\":\"New\"}").then().header("ETag", "\"1\"");
        patch(location, "\"1\"", "{\"title\":\"New\"}").then().header("ETag", "\"1\"");
        given().contentType("application/json")
                .header("If-Match", "\"1\"")
                .body(draft(slug(), "Whole"))
                .put(location)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("note.summary", nullValue());
        given().header("If-Match", "\"2\"")
                .delete(location)
                .then()
                .statusCode(204)
                .header("ETag", nullValue());
        when().get(location).then().statusCode(404).header("Cache-Control", "no-store");
        patch(location, "\"2\"", "{}").then().statusCode(404);
    }

    @Test
    void firstPutCreatesAndTheNextOneChanges() {
        String pin = full() + "/pin";
        given().header("If-Match", "\"0\"").put(pin).then().statusCode(201).header("ETag", "\"1\"");
        given().header("If-Match", "\"1\"").put(pin).then().statusCode(200).header("ETag", "\"1\"");
    }

    @Test
    void oneOfManyWritersWithTheSameETagWins() throws Exception {
        String location = full();
        List<Integer> statuses = Parallel.run(
                WRITERS,
                writer -> patch(location, "\"0\"", "{\"title\":\"Writer " + writer + "\"}")
                        .statusCode());
        assertThat(statuses).hasSize(WRITERS).containsOnlyOnce(200);
        assertThat(Collections.frequency(statuses, 412)).isEqualTo(WRITERS - 1);
        when().get(location).then().header("ETag", "\"1\"").body("note.title", containsString("Writer"));
    }

    @Test
    void dryRunChangesNothing() {
        String slug = slug();
        long ledger = ledger();
        desk().header("Idempotency-Key", slug)
                .body(draft(slug, "Dry"))
                .post(NOTES + "?dryRun=true")
                .then()
                .statusCode(200)
                .header("Location", nullValue())
                .header("ETag", nullValue())
                .body("note.slug", equalTo(slug));
        assertThat(notesWith(slug)).isZero();
        assertThat(ledger()).isEqualTo(ledger);
        String location = full();
        patch(location + "?dryRun=true", "\"0\"", "{\"title\":\"Dry\"}")
                .then()
                .statusCode(200)
                .body("note.title", equalTo("Dry"));
        given().header("If-Match", "\"0\"")
                .delete(location + "?dryRun=true")
                .then()
                .statusCode(204);
        when().get(location).then().header("ETag", "\"0\"").body("note.title", equalTo("Old"));
    }

    @Test
    void dryRunIsRejectedLikeTheWrite() {
        String taken = when().get(full()).path("note.slug");
        desk().body(draft(taken, "Dry"))
                .post(NOTES + "?dryRun=true")
                .then()
                .statusCode(409)
                .body("code", equalTo("conflict"));
        patch(full() + "?dryRun=true", "\"7\"", "{\"title\":\"Another\"}")
                .then()
                .statusCode(412);
        desk().body("{}").post(NOTES + "?dryRun=yes").then().statusCode(400);
        desk().body(draft(slug(), "x"))
                .post(NOTES + "?dryRun=1")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("dryRun"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"return=minimal", "respond-async, return=minimal; x=1", "Return = \"minimal\""})
    void minimalPreferenceGetsNoContent(String prefer) {
        Response created =
                desk().header("Prefer", prefer).body(draft(slug(), "Short")).post(NOTES);
        created.then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .header("Preference-Applied", "return=minimal")
                .body(emptyString());
        desk().contentType(PATCH)
                .header("Prefer", prefer)
                .header("If-Match", "\"0\"")
                .body("{\"title\":\"Shorter\"}")
                .patch(created.header("Location"))
                .then()
                .statusCode(204)
                .header("ETag", "\"1\"")
                .header("Preference-Applied", "return=minimal")
                .body(emptyString());
    }

    @Test
    void unknownPreferencesAreIgnored() {
        desk().header("Prefer", "wait=10, return=everything")
                .body(draft(slug(), "Long"))
                .post(NOTES)
                .then()
                .statusCode(201)
                .header("Preference-Applied", nullValue())
                .body("id", notNullValue());
    }

    @Test
    void eTagOfACompressedResponseIsAccepted() {
        String words = "\"word\",".repeat(400) + "\"word\"";
        Response created = desk().header("Accept-Encoding", "gzip")
                .body("{\"slug\":\"%s\",\"title\":\"Long\",\"words\":[%s]}".formatted(slug(), words))
                .post(NOTES);
        created.then().statusCode(201).header("ETag", "\"0-gzip\"");
        patch(created.header("Location"), created.header("ETag"), "{\"title\":\"New\"}")
                .then()
                .statusCode(200);
    }
}
