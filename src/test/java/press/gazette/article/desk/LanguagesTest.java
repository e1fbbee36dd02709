package press.gazette.article.desk;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.TestTags;

/** An article's slug, byline and word count follow its language. */
@QuarkusTest
class LanguagesTest {

    private static final String THAI = "ข่าวเกี่ยวกับท่าเรือในเมืองนี้วันนี้";

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
        TestTags.clear();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | Desk: Verkehrs\u00administer tritt zu\u00adrück | desk-verkehrsminister-tritt-zurueck",
                "sv | Desk: Malmö | desk-malmo",
                "uk | Desk: Київ | desk-kyiv",
            })
    void slugIsMadeOfTheTitleByTheUsageOfTheLanguage(String language, String title, String slug) {
        DeskClient.write(title, "language", language).read().then().body("slug", equalTo(slug));
    }

    @Test
    void slugStaysWhenTheLanguageChanges() {
        DeskClient desk = DeskClient.write("Desk: Köln");
        desk.patch(Map.of("language", "de")).then().statusCode(200).body("slug", equalTo("desk-koln"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Zoe Alpha, Ann Beta and Mid Gamma",
                "de | Zoe Alpha, Ann Beta und Mid Gamma",
                "fr | Zoe Alpha, Ann Beta et Mid Gamma",
                "zh | Zoe Alpha、Ann Beta和Mid Gamma",
                "ar | Zoe Alpha وAnn Beta وMid Gamma",
                "xx | Zoe Alpha, Ann Beta, Mid Gamma",
            })
    void bylineJoinsNamesAsItsLanguageDoes(String language, String byline) {
        for (String name : List.of("Zoe Alpha", "Ann Beta", "Mid Gamma")) {
            TestTags.create("""
                            {"slug": "trial-%s", "name": "%s", "type": "contributor"}""".formatted(name.substring(0, 3).toLowerCase(Locale.ROOT), name))
                    .then()
                    .statusCode(201);
        }
        List<String> tags = List.of("trial-zoe", "trial-ann", "trial-mid");
        DeskClient.write("Desk: of three", "language", language, "tags", tags)
                .put("publication", Map.of())
                .then()
                .statusCode(201);
        DeskClient.asReader("desk-of-three?fields=byline").then().body("byline", equalTo(byline));
    }

    @Test
    void wordsOfThaiAreCountedForTheReadingTime() {
        DeskClient desk = DeskClient.write("Desk: Thai", "language", "th", "body", Map.of("markdown", THAI.repeat(60)));
        desk.put("publication", Map.of()).then().statusCode(201);
        DeskClient.asReader("desk-thai")
                .then()
                .body("wordCount", allOf(greaterThanOrEqualTo(420), lessThanOrEqualTo(540)))
                .body("readingMinutes", allOf(greaterThanOrEqualTo(2), lessThanOrEqualTo(3)));
    }

    @Test
    void charactersOfChineseAreCounted() {
        DeskClient desk = DeskClient.write(
                "Desk: Chinese", "language", "zh-Hans", "body", Map.of("markdown", "中国银行行长，".repeat(100)));
        desk.put("publication", Map.of()).then().statusCode(201);
        DeskClient.asReader("desk-chinese")
                .then()
                .body("wordCount", equalTo(600))
                .body("readingMinutes", equalTo(2));
    }
}
