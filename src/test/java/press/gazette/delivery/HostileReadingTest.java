package press.gazette.delivery;

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

import press.gazette.newsroom.RawHttp;
import press.gazette.newsroom.StillClock;

/** Whatever is sent to be read is answered by the right problem, and the database never hears of it. */
@QuarkusTest
class HostileReadingTest {

    /** What the table has at least. */
    private static final int CASES = 150;

    /** Room for a problem's words, never for what was sent. */
    private static final int LONGEST_PROBLEM = 1_500;

    /** What gives away how the server is made, or would be a page. */
    private static final Pattern TELLTALE = Pattern.compile(
            "(?i)exception|stack|\\bat [a-z]+\\.[a-z]|(press|io|org|java|jakarta)\\.[a-z]+\\.|<html|<!doctype");

    /** What acts on the text around it: controls, marks of direction, zero-width characters, halves of pairs. */
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

    /** Once for all requests: waiting for what has begun takes longer than most of them. */
    @BeforeEach
    void stopTheClock() {
        if (!still) {
            StillClock.stop();
            still = true;
        }
    }

    @AfterAll
    static void letItGo() {
        still = false;
        StillClock.go();
    }

    @ParameterizedTest
    @MethodSource("table")
    void isAnsweredWithoutTheDatabase(HostileRequest request) throws IOException {
        Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.clear();
        String answer = RawHttp.exchange(server, request.text());
        assertThat(answer).matches("(?s)[A-Z]+/\\d\\.\\d " + request.status() + " .*");
        int end = answer.indexOf("\r\n\r\n");
        String headers = answer.substring(0, end);
        String content = answer.substring(end + 4);
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
    void theTableIsLarge() {
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
