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
import java.util.UUID;
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

import press.gazette.cache.RenderedCache;
import press.gazette.change.ChangesCommitted;
import press.gazette.change.Invalidation;
import press.gazette.newsroom.CachingServer;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.EditedArticle;
import press.gazette.newsroom.HiddenContent;
import press.gazette.newsroom.Newsroom;
import press.gazette.newsroom.PausedServer;

/**
 * Promise F10: hidden content changes no byte of any public response, including headers. Every GET of the contract is
 * sent with every example, with further parameters, and at the URLs of all hidden content: once with hidden content
 * present, once without it but after the desk has edited a live article and planned its expiry. With the cache, as
 * here, each is sent twice and the cached response is compared too; on PostgreSQL the cache is off.
 */
@QuarkusTest
@TestProfile(CachingServer.class)
class LeakTest {

    /** Headers that differ between responses. */
    private static final Set<String> OF_ONE_RESPONSE = Set.of("date", "trace-id", "ratelimit");

    /** A rendered response is sent in chunks, a cached one has a length. */
    private static final Set<String> OF_SENDING = Set.of("content-length", "transfer-encoding");

    private static final List<String> FURTHER = List.of(
            "/v1/articles/" + Newsroom.GAS_CONTRACT_FORMERLY + ".jsonld",
            "/v1/articles/" + Newsroom.WITHDRAWN_STORY + ".md",
            "/v1/articles?limit=100&include=related,tags.parents",
            "/v1/articles?limit=20&body=html,blocks,markdown,text",
            "/v1/articles?count=exact&limit=1",
            "/v1/articles?count=exact&tags=" + Newsroom.PUTIN + "%7Cenergy%7Cworld",
            "/v1/articles?count=exact&tags=" + Newsroom.PUTIN,
            "/v1/articles?order=oldest&limit=100",
            "/v1/articles?order=updated&limit=100",
            "/v1/articles?type=news&limit=100",
            "/v1/articles?tags=-putin&limit=100",
            "/v1/articles?tags=(" + Newsroom.PUTIN + ",energy)%7Crussia&limit=100",
            "/v1/articles?tags=europe&descendants=true&limit=100",
            "/v1/articles?section=world&contributor=elena-marsh",
            "/v1/articles?updatedSince=2020-01-01&limit=100",
            "/v1/search?q=" + HiddenContent.CANARY,
            "/v1/search?q=harbour&limit=100&highlight=true&count=exact&facets=tags,section,contributor,type,language,year",
            "/v1/search?q=the+of+and+in&match=any&order=oldest&limit=100&facets=tags,section,contributor,type,language,year",
            "/v1/search?q=the+a&match=any&order=newest&count=exact&limit=3",
            "/v1/search?q=canay&count=exact",
            "/v1/search?q=can*&facets=year,tags",
            "/v1/search?q=desk&tags=-putin",
            "/v1/search/suggestions?q=can",
            "/v1/search/suggestions?q=" + HiddenContent.CANARY,
            "/v1/changes?limit=100",
            "/v1/changes?types=article&include=content&limit=20",
            "/v1/changes?types=article&tags=-putin&limit=100",
            "/v1/changes?types=tag,list,page,media&include=content&limit=20",
            "/v1/changes?kinds=deleted,withdrawn,moved",
            "/v1/tags?limit=100",
            "/v1/tags?type=person&limit=100",
            "/v1/tags?type=contributor&limit=100",
            "/v1/tags?q=can",
            "/v1/tags?parent=europe",
            "/v1/tags/film",
            "/v1/tags/russia",
            "/v1/tags/averil/articles?limit=100",
            "/v1/lists?limit=100",
            "/v1/lists/" + Newsroom.LATEST_POSTS,
            "/v1/lists/" + Newsroom.MOST_DEBATED,
            "/v1/lists/canary-list",
            "/v1/pages/article",
            "/v1/site",
            "/feeds/articles.rss?limit=100",
            "/feeds/articles.json?limit=10",
            "/feeds/articles.ninjs?limit=100",
            "/feeds/tags/" + Newsroom.PUTIN + ".rss",
            "/feeds/tags/world.atom",
            "/feeds/tags/elena-marsh.ninjs",
            "/feeds/tags/russia.json",
            "/feeds/lists/" + Newsroom.EDITORS_PICKS + ".atom",
            "/feeds/lists/" + Newsroom.LATEST_POSTS + ".rss",
            "/feeds/lists/canary-list.rss",
            "/sitemaps/articles-2.xml",
            "/v1/articles?limit=20&body=text&include=corrections,seo",
            "/v1/articles?type=page&limit=100",
            "/v1/tags/averil/articles?type=page",
            "/v1/lists/" + Newsroom.EDITORS_PICKS + "?exclude=" + Newsroom.GAS_CONTRACT,
            "/v1/lists/" + Newsroom.LATEST_POSTS + "?fields=position,article.slug",
            "/v1/pages/home?exclude=" + Newsroom.GAS_CONTRACT + "&fields=article.slug",
            "/v1/pages?limit=100",
            "/sitemaps/articles-1.xml",
            "/reader/articles/" + Newsroom.GAS_CONTRACT,
            "/reader/tags/" + Newsroom.PUTIN);

    private static final List<String> AT_A_HIDDEN_ADDRESS = List.of(
            "/v1/articles/%s",
            "/v1/articles/%s?fields=title",
            "/v1/articles/%s.jsonld",
            "/v1/articles/%s.md",
            "/v1/articles/%s?body=html,blocks,markdown,text",
            "/v1/articles/%s/related",
            "/v1/articles?ids=%s",
            "/v1/articles?tags=%s",
            "/v1/articles?tags=" + Newsroom.PUTIN + "%%7C-%s",
            "/v1/articles?section=%s",
            "/v1/articles?contributor=%s",
            "/v1/articles?tags=%s&descendants=true",
            "/v1/search?q=%s&facets=tags,section,contributor",
            "/v1/search?q=harbour&tags=%s",
            "/v1/search?q=title:%s&count=exact",
            "/v1/search/suggestions?q=%s",
            "/v1/tags/%s",
            "/v1/tags/%s/articles",
            "/v1/tags?q=%s",
            "/v1/tags?parent=%s",
            "/v1/changes?tags=%s",
            "/v1/changes?section=%s",
            "/v1/lists/%s",
            "/v1/pages/%s",
            "/v1/lists/" + Newsroom.EDITORS_PICKS + "?exclude=%s",
            "/v1/pages/home?exclude=%s",
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
    Event<ChangesCommitted> commits;

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
    }

    @Test
    void hiddenContentChangesNoByteOfAnyResponse() {
        EditedArticle live = EditedArticle.published();
        HiddenContent hidden = HiddenContent.create(database, clock.instant());
        DeskClient linking = linkingTo(hidden.articles());
        List<String> addresses = Stream.of(hidden.addresses(), live.addresses(), List.of(linking.id()))
                .flatMap(List::stream)
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

    /** A public article whose body links to hidden ones by their ids. Without them, it links to nothing. */
    private static DeskClient linkingTo(List<UUID> articles) {
        String links = articles.stream()
                .map(id -> "<p>See <a data-article=\"" + id + "\">this</a>.</p>")
                .collect(Collectors.joining());
        DeskClient desk = DeskClient.write("Desk: leak links", "body", Map.of("html", links));
        desk.put("publication", Map.of()).then().statusCode(201);
        return desk;
    }

    private static void assertNothingHiddenIn(String url, String answer) {
        assertThat(url.contains(HiddenContent.CANARY)
                        || !answer.replace(url, "").contains(HiddenContent.CANARY))
                .as(url)
                .isTrue();
    }

    /** Invalidates everything, since the content was written behind the server. */
    private void invalidateEverything() {
        commits.fire(new ChangesCommitted(List.of(new Invalidation(0, List.of(), false))));
    }

    private Map<String, String> answers(List<String> hiddenAddresses) {
        PausedServer.awaitSettledDates();
        invalidateEverything();
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

    /** Reads all pages. */
    private void answer(String url, Map<String, String> answers) {
        Response response =
                given().redirects().follow(false).urlEncodingEnabled(false).get(url);
        Map<String, String> headers = new TreeMap<>();
        for (Header header : response.headers()) {
            String name = header.getName().toLowerCase(Locale.ROOT);
            if (!OF_ONE_RESPONSE.contains(name) && !(cache.isEnabled() && OF_SENDING.contains(name))) {
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

    /** Each GET of the contract, without parameters and with the example of each parameter. */
    private static List<String> examples() {
        JsonPath contract =
                given().accept("application/json").get("/q/openapi?format=json").jsonPath();
        List<String> urls = new ArrayList<>();
        Map<String, Map<String, Object>> paths = contract.getMap("paths");
        paths.forEach((path, operations) -> {
            if (operations.get("get") instanceof Map<?, ?> get
                    && !path.startsWith("/v1/desk")
                    && !path.endsWith("/stream")) {
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

    /** Examples of optional parameters are in the schema. */
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
