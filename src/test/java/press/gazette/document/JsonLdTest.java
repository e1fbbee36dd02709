package press.gazette.document;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Newsroom;

/** The members of JSON-LD, in the words of schema.org. */
@QuarkusTest
class JsonLdTest {

    private static final String ADDRESS = "/v1/articles/" + Newsroom.GAS_CONTRACT;
    private static final String READER = "http://localhost:8080/reader/articles/" + Newsroom.GAS_CONTRACT;

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
    }

    @Test
    void jsonLdDescribesTheArticleInTheWordsOfSchemaOrg() {
        JsonPath story = when().get(ADDRESS).jsonPath();
        when().get(ADDRESS + ".jsonld")
                .then()
                .statusCode(200)
                .header("Content-Type", "application/ld+json")
                .body("'@context'", equalTo("https://schema.org"))
                .body("'@type'", equalTo("AnalysisNewsArticle"))
                .body("'@id'", equalTo("urn:uuid:" + story.getString("id")))
                .body("headline", equalTo(story.getString("title")))
                .body("alternativeHeadline", equalTo(story.getString("seo.title")))
                .body("description", equalTo(story.getString("seo.description")))
                .body("url", equalTo(READER))
                .body("mainEntityOfPage", equalTo(READER))
                .body("datePublished", equalTo(story.getString("publishedAt")))
                .body("dateModified", equalTo(story.getString("updatedAt")))
                .body("inLanguage", equalTo("en"))
                .body("wordCount", equalTo(story.getInt("wordCount")))
                .body("isAccessibleForFree", equalTo(true))
                .body("articleSection", equalTo("World"))
                .body("keywords", equalTo(story.getList("tags.name")))
                .body(
                        "isPartOf",
                        equalTo(List.of(Map.of(
                                "@type", "CreativeWorkSeries",
                                "name", "The Long Read",
                                "url", "http://localhost:8080/reader/tags/the-long-read"))))
                .body("publisher.'@type'", equalTo("NewsMediaOrganization"))
                .body("publisher.name", equalTo("The Averil Gazette"))
                .body("publisher.legalName", equalTo("Averil Gazette Cooperative"))
                .body("publisher.url", equalTo("https://averil.example/"))
                .body("publisher.logo.'@type'", equalTo("ImageObject"))
                .body("publisher.logo.url", startsWith("http://localhost:8080/newsroom/pictures/"))
                .body(
                        "publisher.sameAs",
                        contains("https://social.example/@averilgazette", "https://video.example/averilgazette"))
                .body("publisher.email", equalTo("newsdesk@averil.example"))
                .body("publisher.address", equalTo("1 Charter Square, Averil"))
                .body("publisher.correctionsPolicy", startsWith("https://averil.example/"))
                .body("publisher", not(hasKey("noBylinesPolicy")))
                .body("$", not(hasKey("articleBody")));
    }

    @Test
    void jsonLdNamesAuthorsSubjectsPicturesAndCorrections() {
        JsonPath story = when().get(ADDRESS).jsonPath();
        when().get(ADDRESS + ".jsonld")
                .then()
                .body(
                        "author",
                        equalTo(List.of(Map.of(
                                "@type", "Person",
                                "name", "Elena Marsh",
                                "url", "http://localhost:8080/reader/tags/elena-marsh"))))
                .body("about.'@type'", equalTo(List.of("Person", "Place", "Thing", "Place")))
                .body("about.name", contains("Putin", "Russia", "Energy", "Averil"))
                .body("about[0].sameAs", contains("https://www.wikidata.org/entity/Q7747"))
                .body("image.'@type'", hasItems("ImageObject"))
                .body(
                        "image.size()",
                        equalTo(1 + story.getList("image.renditions").size()))
                .body("image[0].url", equalTo("http://localhost:8080" + story.getString("image.url")))
                .body("image[0].width", equalTo(story.getString("image.width")))
                .body("image[0].height", equalTo(story.getString("image.height")))
                .body("image[0].creditText", equalTo(story.getString("image.credit")))
                .body(
                        "correction",
                        equalTo(List.of(Map.of(
                                "@type", "CorrectionComment",
                                "datePublished", story.getString("corrections[0].at"),
                                "text", story.getString("corrections[0].text")))));
    }

    @ParameterizedTest
    @CsvSource({
        "news, NewsArticle",
        "feature, NewsArticle",
        "interview, NewsArticle",
        "liveblog, NewsArticle",
        "opinion, OpinionNewsArticle",
        "review, ReviewNewsArticle"
    })
    void typeFollowsTheJournalisticForm(String form, String type) {
        write("type", form);
        when().get("/v1/articles/desk-format.jsonld").then().body("'@type'", equalTo(type));
    }

    @Test
    void articleFromElsewhereNamesItsSourceItsTermsAndItsOriginal() {
        write(Map.of(
                "source", "Harbour Wire",
                "rights", "https://wire.example/terms",
                "canonicalUrl", "https://wire.example/a?b=1&c=ü"));
        Response response = when().get("/v1/articles/desk-format.jsonld");
        response.then()
                .body("sourceOrganization.name", equalTo("Harbour Wire"))
                .body("author[0].name", equalTo("Harbour Wire"))
                .body("author[0].'@type'", equalTo("Organization"))
                .body("usageInfo", equalTo("https://wire.example/terms"))
                .body("mainEntityOfPage", equalTo("https://wire.example/a?b=1&c=ü"));
        assertThat(response.asString()).contains("b=1\\u0026c=");
    }

    @Test
    void authorsAreTheBylineElseTheNewsroom() {
        write("byline", "The political desk");
        when().get("/v1/articles/desk-format.jsonld")
                .then()
                .body("author", equalTo(List.of(Map.of("@type", "Person", "name", "The political desk"))));
        DeskClient.tidyUp();
        write("rights", "Ask first.");
        when().get("/v1/articles/desk-format.jsonld")
                .then()
                .body(
                        "author",
                        equalTo(List.of(Map.of(
                                "@type", "NewsMediaOrganization",
                                "name", "The Averil Gazette",
                                "url", "https://averil.example/"))))
                .body("copyrightNotice", equalTo("Ask first."));
    }

    private static void write(String member, Object value) {
        write(Map.of(member, value));
    }

    private static void write(Map<String, Object> members) {
        DeskClient desk = DeskClient.write(
                "Desk: format",
                members.entrySet().stream()
                        .flatMap(member -> Stream.of(member.getKey(), member.getValue()))
                        .toArray());
        desk.put("publication", Map.of()).then().statusCode(201);
    }
}
