package press.gazette.exporter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import press.gazette.exporter.format.Tar;
import press.gazette.importer.job.ImportFormat;
import press.gazette.importer.job.ImportJob;
import press.gazette.importer.job.ImportOptions;
import press.gazette.importer.job.ImportRemainder;
import press.gazette.newsroom.Keys;
import press.gazette.security.Scope;

/** The export over HTTP, and its way back. */
@QuarkusTest
class ExportResourceTest {

    private static final String EXPORT = "/v1/desk/export";
    private static final int MANY = 8;
    private static final int REMAINDERS = 20;

    @TestHTTPResource(EXPORT)
    URI export;

    @Test
    void exportNeedsTheScopeAdmin() {
        given().get(EXPORT).then().statusCode(401);
        Keys.as(Keys.with(Scope.READ, Scope.PUBLISH)).get(EXPORT).then().statusCode(403);
        Keys.asAdmin().get(EXPORT + "?file=true").then().statusCode(400).body("detail", containsString("files"));
        Keys.asAdmin().get(EXPORT + "?files=yes").then().statusCode(400);
    }

    @Test
    void linesHaveABeginningAndAnEnd() {
        Response export = Keys.asAdmin().get(EXPORT);
        export.then().statusCode(200).contentType("application/x-ndjson");
        String[] lines = export.asString().split("\n", -1);
        assertThat(lines[0]).startsWith("{\"gazette\":\"export\",\"at\":\"");
        assertThat(lines[lines.length - 2]).isEqualTo("{\"gazette\":\"end\",\"lines\":" + (lines.length - 2) + "}");
        assertThat(lines)
                .anyMatch(line -> line.startsWith("{\"row\":\"article\",") && line.contains("\"body\":{\"blocks\":["));
        assertThat(export.asString()).doesNotContain("access_key", Keys.BOOTSTRAP);
    }

    @Test
    void archiveHasTheSameLines() throws IOException {
        byte[] archive = Keys.asAdmin().get(EXPORT + "?files=true").asByteArray();
        Map<String, String> files = new TreeMap<>();
        ByteArrayInputStream in = new ByteArrayInputStream(archive);
        Tar.Entry entry = Tar.next(in);
        while (entry != null) {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            Tar.read(entry, in, text);
            files.put(entry.name(), text.toString(StandardCharsets.UTF_8));
            entry = Tar.next(in);
        }
        String lines = Keys.asAdmin().get(EXPORT).asString();
        String content = files.entrySet().stream()
                .filter(file -> file.getKey().startsWith("content/"))
                .map(Map.Entry::getValue)
                .reduce("", String::concat);
        assertThat(content.substring(content.indexOf('\n'))).isEqualTo(lines.substring(lines.indexOf('\n')));
    }

    @Test
    void acceptSelectsTheFormWithoutTheParameter() {
        assertThat(form("", "application/x-tar")).isEqualTo("200 application/x-tar");
        assertThat(form("", "application/x-ndjson")).isEqualTo("200 application/x-ndjson");
        assertThat(form("", "application/x-tar;q=0.4, application/x-ndjson;q=0.5"))
                .isEqualTo("200 application/x-ndjson");
        assertThat(form("", "*/*")).isEqualTo("200 application/x-ndjson");
        assertThat(form("?files=true", "*/*")).isEqualTo("200 application/x-tar");
        assertThat(form("?files=true", "application/x-tar")).isEqualTo("200 application/x-tar");
    }

    @Test
    void formThatAcceptDoesNotAllowIsRejected() {
        Keys.asAdmin()
                .accept("application/zip")
                .get(EXPORT)
                .then()
                .statusCode(406)
                .body("detail", is("This resource is available as application/x-ndjson, application/x-tar."));
        assertThat(form("?files=true", "application/x-ndjson")).startsWith("406 ");
        assertThat(form("?files=false", "application/x-tar")).startsWith("406 ");
    }

    private static String form(String query, String accept) {
        Response response = Keys.asAdmin().accept(accept).get(EXPORT + query);
        return response.statusCode() + " " + response.contentType();
    }

    /** The clients do not read, so that no export ends. */
    @Test
    void furtherExportIsRejectedAtOnce() throws IOException {
        UUID job = storeMuch();
        List<CompletableFuture<HttpResponse<InputStream>>> all = new ArrayList<>();
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(export)
                .header("Authorization", "Bearer " + Keys.BOOTSTRAP)
                .build();
        for (int i = 0; i < MANY; i++) {
            all.add(client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream()));
        }
        List<HttpResponse<InputStream>> responses =
                all.stream().map(CompletableFuture::join).toList();
        assertThat(responses).filteredOn(each -> each.statusCode() == 200).hasSize(2);
        assertThat(responses).filteredOn(each -> each.statusCode() == 503).hasSize(MANY - 2);
        for (HttpResponse<InputStream> response : responses) {
            response.body().close();
        }
        await().until(() -> Keys.asAdmin().get(EXPORT).statusCode() == 200);
        QuarkusTransaction.requiringNew().run(() -> {
            ImportRemainder.deleteAll();
            ImportJob.deleteById(job);
        });
    }

    /** More than connections hold. */
    private static UUID storeMuch() {
        return QuarkusTransaction.requiringNew().call(() -> {
            ImportJob job = ImportJob.begin(ImportOptions.of(ImportFormat.WORDPRESS), "test", Instant.now());
            job.stop(Instant.now());
            ImportJob.flush();
            for (int i = 0; i < REMAINDERS; i++) {
                ImportRemainder.getEntityManager()
                        .createNativeQuery("insert into import_remainder (job_id, number, kind, foreign_id, content)"
                                + " values (:job, :number, 'comments', '7', :content)")
                        .setParameter("job", job.id())
                        .setParameter("number", i)
                        .setParameter("content", "[\"" + "x".repeat(2_000_000) + "\"]")
                        .executeUpdate();
            }
            return job.id();
        });
    }

    @Test
    void requestForTheHeadersTakesNoPermit() {
        for (int i = 0; i < MANY; i++) {
            await().until(() -> Keys.asAdmin().head(EXPORT).statusCode() == 200);
        }
    }

    @Test
    void gazetteWithContentTakesNoExport() {
        JsonPath ended = imported(Keys.asAdmin().get(EXPORT).asByteArray());
        assertThat(ended.getString("state")).isEqualTo("failed");
        assertThat(ended.getString("fault")).startsWith("This Gazette has content");
        assertThat(ended.getInt("created")).isZero();
    }

    @Test
    void faultsOfAFileAreTold() {
        JsonPath ended = imported(
                "{\"gazette\":\"export\",\"format\":1}\n{\"row\":\"tag\"}\n[]\n".getBytes(StandardCharsets.UTF_8));
        assertThat(ended.getString("fault")).startsWith("Line 2: ");
        assertThat(ended.getList("notes.detail", String.class))
                .contains("Line 2: slug is missing.", "Line 3: It must be one JSON object.");
    }

    private static JsonPath imported(byte[] export) {
        String id = Keys.asAdmin()
                .contentType("application/x-ndjson")
                .body(export)
                .post("/v1/desk/imports?format=ndjson")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        await().until(() -> !Keys.asAdmin()
                .get("/v1/desk/imports/" + id)
                .jsonPath()
                .getString("state")
                .equals("running"));
        JsonPath ended = Keys.asAdmin().get("/v1/desk/imports/" + id).jsonPath();
        Keys.asAdmin().put("/v1/desk/imports/" + id + "/reversal").then().statusCode(409);
        QuarkusTransaction.requiringNew().run(() -> ImportJob.deleteById(UUID.fromString(id)));
        return ended;
    }
}
