package press.gazette;

import static io.restassured.RestAssured.given;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.restassured.path.json.JsonPath;

import press.gazette.newsroom.HiddenContent;
import press.gazette.newsroom.Newsroom;

/** The URLs of all public responses that can betray hidden content. */
final class PublicUrls {

    /** URLs with parameters that belong together. */
    static final List<String> FURTHER = List.of(
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

    /** Formats of URLs that take the slug or id of hidden content. */
    static final List<String> AT_A_HIDDEN_ADDRESS = List.of(
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

    private PublicUrls() {}

    /** Each GET of the contract, without parameters and with the example of each parameter. */
    static List<String> examples() {
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
                ? examples.stream().map(PublicUrls::encoded)
                : Stream.of();
    }

    private static String encoded(Object example) {
        String text = example instanceof List<?> words
                ? words.stream().map(String::valueOf).collect(Collectors.joining(","))
                : String.valueOf(example);
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
