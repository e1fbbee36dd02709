package press.gazette.tag.desk;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.Map;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.Newsroom;
import press.gazette.newsroom.TestTags;

/** The role of a contributor: written at the desk, shown with the tag and beside the articles. */
@QuarkusTest
class ContributorRolesTest {

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
        TestTags.clear();
    }

    @Test
    void roleStandsBesideTheArticlesOfTheContributor() {
        when().get("/v1/articles/" + Newsroom.GAS_CONTRACT)
                .then()
                .body("contributors.role", equalTo(List.of("Energy correspondent")));
        when().get("/v1/articles?contributor=elena-marsh&limit=1&fields=contributors.role")
                .then()
                .body("items[0].contributors.role", equalTo(List.of("Energy correspondent")));
        when().get("/v1/tags/elena-marsh").then().body("role", equalTo("Energy correspondent"));
        when().get("/v1/tags/putin").then().body("$", not(hasKey("role")));
    }

    @Test
    void changedRoleIsShownAtOnce() {
        contributor("\"role\": \" Night editor \"").statusCode(201).body("role", equalTo("Night editor"));
        DeskClient.write("Desk: roles", "tags", List.of("trial-author"))
                .put("publication", Map.of())
                .then()
                .statusCode(201);
        DeskClient.asReader("desk-roles").then().body("contributors[0].role", equalTo("Night editor"));
        TestTags.patch("trial-author", "{\"role\": \"Day editor\"}").then().statusCode(200);
        DeskClient.asReader("desk-roles").then().body("contributors[0].role", equalTo("Day editor"));
        when().get("/v1/tags/trial-author").then().body("role", equalTo("Day editor"));
        TestTags.patch("trial-author", "{\"role\": null}")
                .then()
                .statusCode(200)
                .body("$", not(hasKey("role")));
        DeskClient.asReader("desk-roles").then().body("contributors[0]", not(hasKey("role")));
    }

    @Test
    void onlyContributorsHaveARole() {
        TestTags.create(
                        "{\"name\": \"Trial\", \"slug\": \"trial-person\", \"type\": \"person\", \"role\": \"Minister\"}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/role"))
                .body("errors[0].detail", equalTo("Only a tag of the type contributor has a role."));
        contributor("\"role\": \"Night editor\"").statusCode(201);
        TestTags.patch("trial-author", "{\"type\": \"person\"}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/role"));
        TestTags.patch("trial-author", "{\"type\": \"person\", \"role\": null}")
                .then()
                .statusCode(200);
    }

    @Test
    void roleThatAFormerReleaseLeftIsNotShown() {
        contributor("\"role\": \"Night editor\"").statusCode(201);
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getEntityManager()
                        .createNativeQuery("update tag set type = 'person' where slug = 'trial-author'")
                        .executeUpdate());
        when().get("/v1/tags/trial-author").then().statusCode(200).body("$", not(hasKey("role")));
        Keys.asAdmin()
                .get(TestTags.TAGS + "/trial-author")
                .then()
                .statusCode(200)
                .body("$", not(hasKey("role")));
        TestTags.patch("trial-author", "{\"description\": \"Edited.\"}").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"' '", "two\\nlines", "bell\\u0007"})
    void roleIsVisibleTextOnOneLine(String role) {
        contributor("\"role\": \"" + role + "\"").statusCode(400).body("errors[0].pointer", equalTo("/role"));
    }

    @Test
    void roleHasABound() {
        contributor("\"role\": \"" + "a".repeat(201) + "\"")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/role"));
        contributor("\"role\": \"" + "a".repeat(200) + "\"").statusCode(201);
    }

    private static ValidatableResponse contributor(String members) {
        return TestTags.create(
                        "{\"name\": \"Trial author\", \"slug\": \"trial-author\", \"type\": \"contributor\", \"state\": \"active\", "
                                + members + "}")
                .then();
    }
}
