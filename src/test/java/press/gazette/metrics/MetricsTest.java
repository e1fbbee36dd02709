package press.gazette.metrics;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.NotifyingServer;

/** The dashboard, the alert rules and the documentation name metrics that the server has. */
@QuarkusTest
@TestProfile(NotifyingServer.class)
class MetricsTest {

    private static final Path DASHBOARD = Path.of("docs", "grafana-dashboard.json");
    private static final Path ALERTS = Path.of("docs", "prometheus-alerts.yaml");
    private static final Path OPERATIONS = Path.of("docs", "operations.md");

    private static final String OURS = "gazette_";

    /** A metric in an expression, with the conditions on its labels. */
    private static final Pattern SELECTOR =
            Pattern.compile("\\b((?:gazette|http_server|agroal|jvm|process|worker_pool)_\\w+)(?:\\{([^}]*)})?");

    private static final Pattern LABEL = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)");
    private static final Pattern GROUPING = Pattern.compile("\\b(?:by|without|on|ignoring)\\s*\\(([^)]*)\\)");
    private static final Pattern SAMPLE = Pattern.compile("(\\w+)(?:\\{(.*)})? \\S+");
    private static final Pattern SAMPLE_LABEL = Pattern.compile("(\\w+)=\"");

    /** Labels that Prometheus adds. */
    private static final Set<String> OF_PROMETHEUS = Set.of("instance", "job");

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    private final Map<String, Set<String>> labels = new TreeMap<>();
    private final Map<String, String> help = new TreeMap<>();

    @BeforeEach
    void scrapeAfterALittleTraffic() {
        when().get("/v1/articles").then().statusCode(200);
        when().get("/v1/articles/never-existed").then().statusCode(404);
        given().header("Authorization", "Bearer nobody's")
                .get("/v1/desk/articles")
                .then()
                .statusCode(401);
        for (String line : when().get(metrics).asString().split("\n", -1)) {
            if (line.startsWith("# HELP ")) {
                String[] words = line.split(" ", 4);
                help.put(words[2], words.length < 4 ? "" : words[3]);
            }
            Matcher sample = SAMPLE.matcher(line);
            if (sample.matches()) {
                Set<String> known = labels.computeIfAbsent(sample.group(1), name -> new TreeSet<>());
                known.addAll(all(SAMPLE_LABEL, sample.group(2) == null ? "" : sample.group(2)));
            }
        }
    }

    @Test
    void dashboardUsesExistingMetrics() throws IOException {
        assertThat(unknown(new ObjectMapper().readTree(DASHBOARD.toFile()))).isEmpty();
    }

    @Test
    void alertRulesUseExistingMetrics() throws IOException {
        assertThat(unknown(new YAMLMapper().readTree(ALERTS.toFile()))).isEmpty();
    }

    @Test
    void documentedMetricsExistAndHaveHelpTexts() throws IOException {
        Set<String> documented = new TreeSet<>(
                all(Pattern.compile("^\\| `(" + OURS + "\\w+)` \\|", Pattern.MULTILINE), Files.readString(OPERATIONS)));
        assertThat(documented).hasSizeGreaterThan(5);
        assertThat(labels.keySet()).containsAll(documented);
        assertThat(documented)
                .allSatisfy(name -> assertThat(helpOf(name)).as(name).isNotBlank());
    }

    @Test
    void responseTimesHaveBucketsByRoute() {
        assertThat(labels.get("http_server_requests_seconds_bucket")).contains("le", "uri", "status");
    }

    private String helpOf(String name) {
        return help.getOrDefault(name, help.getOrDefault(name.replaceFirst("_total$", ""), ""));
    }

    /** The metrics and labels in all expressions for which there is no sample. */
    private List<String> unknown(JsonNode document) {
        List<String> unknown = new ArrayList<>();
        List<JsonNode> expressions = document.findValues("expr");
        assertThat(expressions).hasSizeGreaterThan(5);
        for (JsonNode expression : expressions) {
            String text = expression.asText();
            Set<String> known = new TreeSet<>(OF_PROMETHEUS);
            Matcher selector = SELECTOR.matcher(text);
            while (selector.find()) {
                Set<String> own = labels.get(selector.group(1));
                if (own == null) {
                    unknown.add(selector.group(1));
                    continue;
                }
                known.addAll(own);
                for (String label : all(LABEL, selector.group(2) == null ? "" : selector.group(2))) {
                    if (!own.contains(label) && !OF_PROMETHEUS.contains(label)) {
                        unknown.add(selector.group(1) + "{" + label + "}");
                    }
                }
            }
            for (String group : all(GROUPING, text)) {
                for (String label : group.split(",", -1)) {
                    if (!label.isBlank() && !known.contains(label.strip())) {
                        unknown.add(text + " by " + label.strip());
                    }
                }
            }
        }
        return unknown;
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
