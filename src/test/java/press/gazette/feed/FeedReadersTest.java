package press.gazette.feed;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;

import com.apptasticsoftware.rssreader.Item;
import com.apptasticsoftware.rssreader.RssReader;
import com.rometools.modules.mediarss.MediaEntryModule;
import com.rometools.modules.mediarss.MediaModule;
import com.rometools.modules.mediarss.types.Metadata;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.media.Media;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Injections;
import press.gazette.newsroom.Keys;
import press.gazette.newsroom.Newsroom;
import press.gazette.tag.Tag;

/** Independent feed libraries find the same articles with the same ids and dates in every format. */
@QuarkusTest
class FeedReadersTest {

    private static final String PICTURE = "https://pictures.example/markup.jpg";

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
        QuarkusTransaction.requiringNew().run(() -> {
            Tag.delete("text.slug", "desk-markup");
            Media.delete("url", PICTURE);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/feeds/articles",
                "/feeds/tags/" + Newsroom.PUTIN,
                "/feeds/tags/world",
                "/feeds/lists/" + Newsroom.EDITORS_PICKS
            })
    void romeReadsRssAndAtom(String path) {
        List<ReadFeed.Item> items = ReadFeed.atUrl(path + ".json").items();
        for (String extension : List.of(".rss", ".atom")) {
            SyndFeed feed = RomeFeed.at(path + extension);
            assertThat(feed.getEntries()).extracting(SyndEntry::getUri).isEqualTo(urns(items));
            for (int i = 0; i < items.size(); i++) {
                SyndEntry entry = feed.getEntries().get(i);
                ReadFeed.Item item = items.get(i);
                assertThat(entry.getTitle()).isEqualTo(item.title());
                assertThat(entry.getLink()).isEqualTo(item.url());
                String description = entry.getDescription().getValue();
                assertThat(extension.equals(".rss") ? ReadFeed.plain(description) : description)
                        .isEqualTo(item.summary());
                assertThat(entry.getPublishedDate()).isEqualTo(Date.from(Instant.parse(item.published())));
                if (extension.equals(".atom")) {
                    assertThat(entry.getUpdatedDate()).isEqualTo(Date.from(Instant.parse(item.updated())));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/feeds/articles",
                "/feeds/tags/" + Newsroom.PUTIN,
                "/feeds/tags/world",
                "/feeds/lists/" + Newsroom.EDITORS_PICKS
            })
    void rssreaderReadsRssAndAtom(String path) {
        List<ReadFeed.Item> items = ReadFeed.atUrl(path + ".json").items();
        for (String extension : List.of(".rss", ".atom")) {
            byte[] bytes = when().get(path + extension).asByteArray();
            List<Item> read =
                    new RssReader().read(new ByteArrayInputStream(bytes)).toList();
            assertThat(read).extracting(item -> item.getGuid().orElseThrow()).isEqualTo(urns(items));
            for (int i = 0; i < items.size(); i++) {
                assertThat(read.get(i).getTitle()).contains(items.get(i).title());
                assertThat(read.get(i).getLink()).contains(items.get(i).url());
                assertThat(date(read.get(i).getPubDate().orElseThrow()))
                        .isEqualTo(Instant.parse(items.get(i).published()));
            }
        }
    }

    @Test
    void romeFindsThePictureWithItsCreditAndSize() {
        SyndEntry entry = RomeFeed.at("/feeds/lists/" + Newsroom.EDITORS_PICKS + ".rss")
                .getEntries()
                .get(0);
        MediaEntryModule media = (MediaEntryModule) entry.getModule(MediaModule.URI);
        assertThat(media.getMediaContents()).hasSize(1);
        assertThat(media.getMediaContents()[0].getReference().toString())
                .isEqualTo("http://localhost:8080/newsroom/pictures/gas-pipeline.svg");
        assertThat(media.getMediaContents()[0].getWidth()).isEqualTo(1600);
        assertThat(media.getMediaContents()[0].getHeight()).isEqualTo(900);
        assertThat(media.getMediaContents()[0].getType()).isEqualTo("image/svg+xml");
        assertThat(media.getMediaContents()[0].getMetadata().getCredits()[0].getName())
                .isEqualTo("Illustration: Petra Holm / The Averil Gazette");
        assertThat(media.getMediaContents()[0].getMetadata().getDescription())
                .startsWith("A steel pipeline with a red valve wheel");
    }

    /** Scripts, unfinished elements, entities: feed readers that show HTML show exactly the newsroom's text. */
    @Test
    void plainTextThatLooksLikeMarkupStaysText() {
        List<String> texts = new ArrayList<>(Injections.VECTORS.stream()
                .map(vector -> vector.replaceAll("\\p{Cntrl}+", " ").strip())
                .filter(text -> Normalizer.isNormalized(text, Normalizer.Form.NFC))
                .limit(95)
                .toList());
        texts.add("What the <selectedoption> element does & why <16s care");
        texts.add("An &lt;em&gt; is written &amp;lt;em&amp;gt;");
        writeArticles(texts);
        String hostile = texts.get(0);
        for (String extension : List.of(".rss", ".atom")) {
            boolean html = extension.equals(".rss");
            String url = "/feeds/tags/desk-markup" + extension + "?limit=100";
            SyndFeed feed = RomeFeed.at(url);
            assertThat(shown(feed.getDescription(), html)).isEqualTo(hostile);
            assertThat(feed.getTitle()).startsWith(hostile);
            assertThat(feed.getEntries()).extracting(SyndEntry::getTitle).containsExactlyInAnyOrderElementsOf(texts);
            for (SyndEntry entry : feed.getEntries()) {
                assertThat(shown(entry.getDescription().getValue(), html)).isEqualTo(entry.getTitle());
                Metadata picture =
                        ((MediaEntryModule) entry.getModule(MediaModule.URI)).getMediaContents()[0].getMetadata();
                assertThat(picture.getDescriptionType()).isEqualTo("html");
                assertThat(ReadFeed.plain(picture.getDescription())).isEqualTo(hostile);
                assertThat(picture.getTitleType()).isEqualTo("plain");
                assertThat(picture.getTitle()).isEqualTo(hostile);
            }
            byte[] bytes = when().get(url).asByteArray();
            assertThat(new RssReader().read(new ByteArrayInputStream(bytes)).toList())
                    .extracting(item -> shown(item.getDescription().orElseThrow(), html))
                    .containsExactlyInAnyOrderElementsOf(texts);
        }
        assertThat(new String(when().get("/feeds/tags/desk-markup.atom?limit=1").asByteArray(), StandardCharsets.UTF_8))
                .contains("<title type=\"text\">", "<subtitle type=\"text\">", "<summary type=\"text\">");
        assertThat(when().get("/feeds.opml").xmlPath().getList("opml.body.outline.@text", String.class))
                .extracting(ReadFeed::plain)
                .contains(hostile);
    }

    private static String shown(String text, boolean html) {
        return html ? ReadFeed.plain(text) : text;
    }

    /**
     * One article for each text, as its title and its standfirst; the first text is also that of their picture and
     * their tag.
     */
    private static void writeArticles(List<String> texts) {
        String hostile = texts.get(0);
        write(
                "/v1/desk/tags",
                Map.of("slug", "desk-markup", "name", hostile, "type", "keyword", "description", hostile));
        String image = write(
                        "/v1/desk/media",
                        Map.of("url", PICTURE, "alt", hostile, "caption", hostile, "width", 16, "height", 9))
                .path("id");
        List<Object> operations = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String slug = "desk-markup-" + i;
            Map<String, Object> article = Map.of(
                    "slug",
                    slug,
                    "type",
                    "news",
                    "language",
                    "en",
                    "title",
                    texts.get(i),
                    "standfirst",
                    texts.get(i),
                    "image",
                    image,
                    "tags",
                    List.of("desk-markup"));
            operations.add(Map.of("type", "create", "article", article));
            operations.add(Map.of("type", "publish", "ref", slug, "ifMatch", "*", "publication", Map.of()));
        }
        Keys.asAdmin()
                .contentType("application/json")
                .body(Map.of("operations", operations))
                .post("/v1/desk/articles/batch")
                .then()
                .statusCode(200)
                .body("items.findAll { it.problem != null }", empty());
    }

    private static Response write(String path, Map<String, Object> draft) {
        Response response =
                Keys.asAdmin().contentType("application/json").body(draft).post(path);
        response.then().statusCode(201);
        return response;
    }

    private static List<String> urns(List<ReadFeed.Item> items) {
        return items.stream().map(item -> "urn:uuid:" + item.id()).toList();
    }

    private static Instant date(String text) {
        return text.endsWith("Z")
                ? OffsetDateTime.parse(text).toInstant()
                : ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
    }
}
