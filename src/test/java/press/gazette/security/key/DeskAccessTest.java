package press.gazette.security.key;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.Keys;
import press.gazette.newsroom.RawHttp;
import press.gazette.newsroom.Slow;
import press.gazette.security.Scope;

/**
 * The desk requires a key with the right scope: every operation of the contract is tried, with every spelling of its
 * path.
 */
@Slow
@QuarkusTest
class DeskAccessTest {

    @TestHTTPResource("/")
    URI server;

    /** An operation of the desk in the contract. */
    record DeskOperation(String method, String path, String mediaType, List<String> scopes) {

        Response send(RequestSpecification request) {
            RequestSpecification with = mediaType == null
                    ? request
                    : request.contentType(mediaType).body("{}".getBytes(StandardCharsets.UTF_8));
            return with.when().request(method, path);
        }

        /** A key with every scope except those that allow this operation. */
        String wrongKey() {
            List<String> others = new ArrayList<>(Scope.words());
            others.removeAll(scopes);
            others.remove("admin");
            return Keys.with(others.toArray(String[]::new));
        }
    }

    @Test
    void everyOperationNeedsAKey() {
        for (DeskOperation operation : operations()) {
            operation.send(given()).then().statusCode(401).body("code", equalTo("unauthenticated"));
            operation.send(Keys.as(Keys.UNKNOWN)).then().statusCode(401);
        }
    }

    @Test
    void everyOperationNeedsItsScope() {
        for (DeskOperation operation : operations()) {
            operation
                    .send(Keys.as(operation.wrongKey()))
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("forbidden"))
                    .body("detail", containsString(String.join(" or ", operation.scopes())));
        }
    }

    /** A path that reaches the desk gets its rejections and headers; any other path is not found. */
    @Test
    void noSpellingOfThePathBypassesTheCheck() throws IOException {
        for (DeskOperation operation : operations()) {
            String wrongKey = "Authorization: Bearer " + operation.wrongKey();
            for (String target : spellings(operation.path())) {
                for (String header : List.of("X-No: key", wrongKey)) {
                    String refused = send(operation, target, header);
                    assertThat(refused)
                            .as(operation.method() + " " + target)
                            .matches("(?s)HTTP/1.1 (400|401|403|404|405) .*");
                    if (refused.matches("(?s)HTTP/1.1 40[13] .*")) {
                        assertThat(refused)
                                .as(operation.method() + " " + target)
                                .contains("Cache-Control: no-store")
                                .doesNotContain("Access-Control-Allow-Origin");
                    }
                }
            }
        }
    }

    @Test
    void contractNamesTheScopeOfEveryDeskOperation() {
        assertThat(operations())
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(operation -> assertThat(operation.scopes())
                        .as(operation.toString())
                        .isNotEmpty()
                        .allMatch(scope -> Scope.of(scope).isPresent()));
    }

    private String send(DeskOperation operation, String target, String header) throws IOException {
        String type = operation.mediaType() == null ? "application/json" : operation.mediaType();
        return RawHttp.send(server, operation.method(), target, header, "Content-Type: " + type, "Content-Length: 0");
    }

    private static List<String> spellings(String path) {
        String rest = path.substring("/v1/desk".length());
        return List.of(
                path + ";x=1",
                "/v1/desk;x=1" + rest,
                "/v1;x=1/desk" + rest,
                path + "%3Bx=1",
                path + "%3bx=1",
                "/v1/desk%3Bx=1" + rest,
                "/v1//desk" + rest,
                "//v1/desk" + rest,
                "/v1/desk/" + rest,
                path + "/",
                path + "%2F",
                "/v1/articles/%2e%2e/desk" + rest,
                "/v1/articles/%2E./desk" + rest,
                "/v1/articles/../desk" + rest,
                "/v1/./desk" + rest,
                "/v1/%2e/desk" + rest,
                "/v1/articles/..%2fdesk" + rest,
                "/v1%2Fdesk" + rest,
                "/v1/desk%2F" + rest.substring(1),
                "/v1/%64esk" + rest,
                "/%761/desk" + rest,
                "/v1/d%65sk" + rest,
                "/v1/desk%00" + rest,
                "/v1/desk%20" + rest,
                "/v1/desk%5C" + rest.substring(1),
                path.toUpperCase(Locale.ROOT),
                "/v1/Desk" + rest,
                "/V1/desk" + rest,
                path + "?x=1",
                path + "#x",
                path + ".json",
                "http://localhost" + path);
    }

    private static List<DeskOperation> operations() {
        Map<String, Map<String, Map<String, Object>>> paths = given().accept("application/json")
                .when()
                .get("/q/openapi")
                .jsonPath()
                .getMap("paths");
        List<DeskOperation> operations = new ArrayList<>();
        paths.forEach((path, item) -> item.forEach((method, operation) -> {
            if (path.startsWith("/v1/desk")) {
                operations.add(new DeskOperation(
                        method.toUpperCase(Locale.ROOT),
                        path.replaceAll("\\{[^}]+}", "0199a3c5-1f5e-7c3a-8b1d-2f60c7b1a9e4"),
                        mediaType(operation),
                        scopes(operation)));
            }
        }));
        return operations;
    }

    @SuppressWarnings("unchecked")
    private static String mediaType(Map<String, Object> operation) {
        Map<String, Map<String, Object>> body = (Map<String, Map<String, Object>>) operation.get("requestBody");
        return body == null ? null : body.get("content").keySet().iterator().next();
    }

    @SuppressWarnings("unchecked")
    private static List<String> scopes(Map<String, Object> operation) {
        List<Map<String, List<String>>> security = (List<Map<String, List<String>>>) operation.get("security");
        return security == null
                ? List.of()
                : security.stream()
                        .flatMap(alternative -> alternative.get("bearer").stream())
                        .toList();
    }
}
