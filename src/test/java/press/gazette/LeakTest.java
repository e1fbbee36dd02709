package press.gazette;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Header;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import press.gazette.change.Committed;
import press.gazette.change.Touch;
import press.gazette.delivery.cache.RenderedCache;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.EditedArticle;
import press.gazette.newsroom.HiddenWorld;
import press.gazette.newsroom.Keeping;
import press.gazette.newsroom.StillClock;

/**
 * Promise F10: what readers must not know of changes no byte of any public answer, headers included. Every GET of the
 * contract is asked with every example, with what is worth asking besides, and at the addresses of all that is hidden:
 * once beside hidden things, once without them but after the desk has edited a live article and planned its end. With the
 * cache on, as here, each is asked twice, and the cached answer is compared too; on PostgreSQL nothing is kept.
 */
@QuarkusTest
@TestProfile(Keeping.class)
class LeakTest {

    /** Differ from answer to answer. */
    private static final Set<String> OF_ONE_ANSWER = Set.of("date", "trace-id", "ratelimit");

    /** A rendered answer is sent in chunks where a cached one has a length. */
    private static final Set<String> OF_SENDING = Set.of("content-length", "transfer-encoding");

    private static final List<String> FURTHER = List.of(
            "/v1/articles?limit=100&include=related,tags.parents",
            "/v1/articles?limit=20&body=html,blocks,markdown,text",
            "/v1/articles?count=exact&limit=1",
            "/v1/articles?count=exact&tags=putin%7Cenergy%7Cworld",
            "/v1/articles?count=exact&tags=putin",
            "/v1/articles?order=oldest&limit=100",
            "/v1/articles?order=updated&limit=100",
            "/v1/articles?type=news&limit=100",
            "/v1/articles?tags=-putin&limit=100",
            "/v1/articles?tags=(putin,energy)%7Crussia&limit=100",
            "/v1/articles?tags=europe&descendants=true&limit=100",
            "/v1/articles?section=world&contributor=elena-marsh",
            "/v1/articles?updatedSince=2020-01-01&limit=100",
            "/v1/tags?limit=100",
            "/v1/tags?type=person&limit=100",
            "/v1/tags?type=contributor&limit=100",
            "/v1/tags?q=can",
            "/v1/tags?parent=europe",
            "/v1/tags/film",
            "/v1/tags/russia",
            "/v1/tags/averil/articles?limit=100",
            "/v1/lists?limit=100",
            "/v1/lists/latest-posts",
            "/v1/lists/most-debated",
            "/v1/lists/canary-list",
            "/v1/pages/article",
            "/feeds/articles.rss?limit=100",
            "/feeds/articles.json?limit=10",
            "/feeds/articles.ninjs?limit=100",
            "/feeds/tags/putin.rss",
            "/feeds/tags/world.atom",
            "/feeds/tags/elena-marsh.ninjs",
            "/feeds/tags/russia.json",
            "/feeds/lists/editors-picks.atom",
            "/feeds/lists/latest-posts.rss",
            "/feeds/lists/canary-list.rss",
            "/sitemaps/articles-2.xml",
            "/reader/articles/gas-contract-averil",
            "/reader/tags/putin");

    private static final List<String> AT_A_HIDDEN_ADDRESS = List.of(
            "/v1/articles/%s",
            "/v1/articles/%s?fields=title",
            "/v1/articles/%s/related",
            "/v1/articles?ids=%s",
            "/v1/articles?tags=%s",
            "/v1/articles?tags=putin%%7C-%s",
            "/v1/articles?section=%s",
            "/v1/articles?contributor=%s",
            "/v1/articles?tags=%s&descendants=true",
            "/v1/tags/%s",
            "/v1/tags/%s/articles",
            "/v1/tags?q=%s",
            "/v1/tags?parent=%s",
            "/v1/lists/%s",
            "/v1/pages/%s",
            "/feeds/tags/%s.rss",
            "/feeds/tags/%s/2026-11-20.atom",
            "/feeds/lists/%s.json",
            "/reader/articles/%s",
            "/reader/tags/%s");

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    @Inject
    RenderedCache cache;

    @Inject
    Event<Committed> commits;

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
    }

    @Test
    void whatIsHiddenChangesNoByteOfAnyAnswer() {
        EditedArticle live = EditedArticle.published();
        HiddenWorld hidden = HiddenWorld.create(database, clock.instant());
        List<String> addresses = Stream.concat(hidden.addresses().stream(), live.addresses().stream())
                .toList();
        Map<String, String> before;
        try {
            before = answers(addresses);
        } finally {
            hidden.remove();
        }
        live.edit();
        Map<String, String> after = answers(addresses);
        assertThat(before).hasSizeGreaterThan(300);
        before.forEach((url, answer) -> assertThat(answer).as(url).isEqualTo(after.get(url)));
        before.forEach(LeakTest::assertNothingHiddenIn);
        after.forEach(LeakTest::assertNothingHiddenIn);
    }

    private static void assertNothingHiddenIn(String url, String answer) {
        assertThat(url.contains(HiddenWorld.CANARY) || !answer.replace(url, "").contains(HiddenWorld.CANARY))
                .as(url)
                .isTrue();
    }

    /** The world is written behind the server's back: it is told that anything may have changed. */
    private void forgetWhatIsCached() {
        commits.fire(new Committed(List.of(new Touch(0, List.of(), false))));
    }

    private Map<String, String> answers(List<String> hiddenAddresses) {
        StillClock.awaitSettledDates();
        forgetWhatIsCached();
        Map<String, String> answers = new LinkedHashMap<>();
        Set<String> first = new LinkedHashSet<>(examples());
        first.addAll(FURTHER);
        for (String address : hiddenAddresses) {
            AT_A_HIDDEN_ADDRESS.forEach(url -> first.add(url.formatted(address)));
        }
        first.forEach(url -> answer(url, answers));
        if (cache.isEnabled()) {
            Map<String, String> cached = new LinkedHashMap<>();
            first.forEach(url -> answer(url, cached));
            cached.forEach((url, answer) -> assertThat(answer).as(url).isEqualTo(answers.get(url)));
        }
        return answers;
    }

    /** With all pages behind it. */
    private void answer(String url, Map<String, String> answers) {
        Response response =
                given().redirects().follow(false).urlEncodingEnabled(false).get(url);
        Map<String, String> headers = new TreeMap<>();
        for (Header header : response.headers()) {
            String name = header.getName().toLowerCase(Locale.ROOT);
            if (!OF_ONE_ANSWER.contains(name) && !(cache.isEnabled() && OF_SENDING.contains(name))) {
                headers.merge(header.getName(), header.getValue(), (one, more) -> one + ", " + more);
            }
        }
        answers.put(url, response.statusCode() + "\n" + headers + "\n" + response.asString());
        String next = response.statusCode() == 200 && response.contentType().startsWith("application/json")
                ? new JsonObject(response.asString()).getString("next")
                : null;
        if (next != null && !answers.containsKey(next)) {
            answer(next, answers);
        }
    }

    /** Each GET of the contract, as it is and with the example of each parameter. */
    private static List<String> examples() {
        JsonPath contract =
                given().accept("application/json").get("/q/openapi?format=json").jsonPath();
        List<String> urls = new ArrayList<>();
        Map<String, Map<String, Object>> paths = contract.getMap("paths");
        paths.forEach((path, operations) -> {
            if (operations.get("get") instanceof Map<?, ?> get && !path.startsWith("/v1/desk")) {
                List<Map<String, Object>> parameters = parameters(get);
                String bare = parameters.stream()
                        .filter(parameter -> "path".equals(parameter.get("in")))
                        .reduce(
                                path,
                                (url, parameter) -> url.replace(
                                        "{" + parameter.get("name") + "}", encoded(parameter.get("example"))),
                                (a, b) -> a);
                urls.add(bare);
                for (Map<String, Object> parameter : parameters) {
                    if ("query".equals(parameter.get("in"))) {
                        examplesOf(parameter)
                                .forEach(example -> urls.add(bare + "?" + parameter.get("name") + "=" + example));
                    }
                }
            }
        });
        return urls.stream().distinct().collect(Collectors.toList());
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> parameters(Map<?, ?> operation) {
        return (List<Map<String, Object>>)
                (operation.get("parameters") == null ? List.of() : operation.get("parameters"));
    }

    /** Parameters that may be left out have theirs in the schema. */
    private static Stream<String> examplesOf(Map<String, Object> parameter) {
        return parameter.get("schema") instanceof Map<?, ?> schema && schema.get("examples") instanceof List<?> examples
                ? examples.stream().map(LeakTest::encoded)
                : Stream.of();
    }

    private static String encoded(Object example) {
        String text = example instanceof List<?> words
                ? words.stream().map(String::valueOf).collect(Collectors.joining(","))
                : String.valueOf(example);
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
