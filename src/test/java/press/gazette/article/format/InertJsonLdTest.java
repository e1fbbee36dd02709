package press.gazette.article.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.vertx.core.json.JsonObject;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import press.gazette.article.format.NewsArticle.CorrectionComment;
import press.gazette.article.format.NewsArticle.ImageObject;
import press.gazette.article.format.NewsArticle.Thing;
import press.gazette.json.Json;
import press.gazette.newsroom.Injections;

/** JSON-LD stays inside the script element that a page puts it into, whatever its texts are. */
class InertJsonLdTest {

    static Stream<String> texts() {
        return Stream.concat(
                Injections.VECTORS.stream(),
                Stream.of("<!--<script>", "</ScRiPt >", "-->", "]]>", "a\u2028b\u2029c", "&lt;/script&gt;"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void hostileTextsStayInTheScriptElement(String text) {
        String json = new String(Json.scriptBytes(attackedEverywhere(text)), StandardCharsets.UTF_8);
        assertThat(json).doesNotContainPattern("[<>&\u2028\u2029]");
        Document page = Jsoup.parse("<head><script type=\"application/ld+json\">" + json + "</script></head><body>");
        assertThat(page.head().children()).hasSize(1);
        assertThat(page.body().childNodes()).isEmpty();
        JsonObject read = new JsonObject(page.selectFirst("script").data());
        assertThat(read.getString("headline")).isEqualTo(text);
        assertThat(read.getJsonArray("image").getJsonObject(0).getString("caption"))
                .isEqualTo(text);
        assertThat(read.getJsonArray("correction").getJsonObject(0).getString("text"))
                .isEqualTo(text);
    }

    private static NewsArticle attackedEverywhere(String text) {
        Thing thing = new Thing(text, text, List.of(text), text, List.of(text));
        return new NewsArticle(
                text,
                text,
                text,
                text,
                text,
                text,
                text,
                text,
                Instant.EPOCH,
                Instant.EPOCH,
                List.of(thing),
                List.of(new ImageObject(text, text, text, text, text, text)),
                text,
                List.of(text),
                List.of(thing),
                List.of(thing),
                text,
                1,
                true,
                List.of(new CorrectionComment(text, Instant.EPOCH, text)),
                text,
                text,
                thing,
                thing);
    }
}
