package press.gazette.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import press.gazette.newsroom.PausedServer;
import press.gazette.newsroom.RawHttp;

/** Every hostile read gets the right problem without a statement of the database. */
@QuarkusTest
class HostileReadingTest {

    /** The fewest requests in the table. */
    private static final int CASES = 150;

    /** Room for the text of a problem, but not for the request. */
    private static final int LONGEST_PROBLEM = 1_500;

    /** Text that reveals the implementation, or a page of HTML. */
    private static final Pattern TELLTALE = Pattern.compile(
            "(?i)exception|stack|\\bat [a-z]+\\.[a-z]|(press|io|org|java|jakarta)\\.[a-z]+\\.|<html|<!doctype");

    /** Characters that act on the text around them: controls, marks of direction, zero-width characters, lone surrogates. */
    private static final Pattern ILLEGIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}]");

    private static final JsonArray NO_ERRORS = new JsonArray(List.of(new JsonObject(Map.of("parameter", ""))));

    private static boolean still;

    @TestHTTPResource("/")
    URI server;

    @Inject
    EntityManagerFactory factory;

    static List<HostileRequest> table() {
        return HostileRequest.table();
    }

    /** Stops the clock once for all requests: waiting for running work takes longer than most of them. */
    @BeforeEach
    void stopTheClock() {
        if (!still) {
            PausedServer.stop();
            still = true;
        }
    }

    @AfterAll
    static void startTheClock() {
        still = false;
        PausedServer.go();
    }

    @ParameterizedTest
    @MethodSource("table")
    void hostileRequestsGetTheirProblemWithoutAStatement(HostileRequest request) throws IOException {
        Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.clear();
        String response = RawHttp.exchange(server, request.text());
        assertThat(response).matches("(?s)[A-Z]+/\\d\\.\\d " + request.status() + " .*");
        int end = response.indexOf("\r\n\r\n");
        String headers = response.substring(0, end);
        String content = response.substring(end + 4);
        if (request.code().equals("-")) {
            assertThat(content).isEmpty();
        } else {
            assertThat(headers)
                    .containsPattern("\r\nTrace-Id: [0-9a-f]{32}")
                    .contains("X-Content-Type-Options: nosniff");
            assertThat(headers).doesNotContainIgnoringCase("X-Injected").doesNotContainIgnoringCase("Set-Cookie");
        }
        if (request.status() == 405) {
            assertThat(headers).containsPattern("Allow: [A-Z, ]*GET");
        }
        if (request.code().length() > 1) {
            assertThat(headers).contains("Content-Type: application/problem+json");
            if (!request.text().startsWith("HEAD ")) {
                isTheProblem(content, request);
            }
        }
        assertThat(statistics.getPrepareStatementCount()).as("statements").isZero();
    }

    @Test
    void tableHasManyDifferentRequests() {
        assertThat(table()).hasSizeGreaterThanOrEqualTo(CASES).doesNotHaveDuplicates();
        assertThat(table().stream().map(HostileRequest::name)).doesNotHaveDuplicates();
    }

    private static void isTheProblem(String content, HostileRequest request) {
        JsonObject problem = new JsonObject(content);
        assertThat(problem.getString("code")).isEqualTo(request.code());
        assertThat(problem.getString("type")).isEqualTo("/problems/" + request.code());
        assertThat(problem.getInteger("status")).isEqualTo(request.status());
        assertThat(problem.getString("detail")).isNotBlank();
        assertThat(URI.create(problem.getString("instance"))).isNotNull();
        assertThat(problem.getJsonArray("errors", NO_ERRORS).getJsonObject(0).getString("parameter"))
                .isEqualTo(request.parameter());
        assertThat(content).hasSizeLessThan(LONGEST_PROBLEM).doesNotContainPattern(ILLEGIBLE);
        assertThat(problem.getString("title") + problem.getString("detail")).doesNotContainPattern(TELLTALE);
    }
}
