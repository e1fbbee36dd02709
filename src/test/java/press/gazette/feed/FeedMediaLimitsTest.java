package press.gazette.feed;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.rometools.modules.mediarss.types.MediaContent;
import com.rometools.rome.feed.synd.SyndEntry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import press.gazette.feed.format.FeedFormat;
import press.gazette.media.Media;
import press.gazette.newsroom.ConfiguredSite;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.Keys;

/** Media in feeds that are hostile, odd, repeated, many, withdrawn, and those of the sample newsroom. */
@QuarkusTest
@TestProfile(ConfiguredSite.class)
class FeedMediaLimitsTest {

    private static final String HERE = ConfiguredSite.HERE;

    @AfterEach
    void tidyUp() {
        DeskClient.tidyUp();
        QuarkusTransaction.requiringNew().run(() -> Media.delete("alt", "A trial"));
    }

    @Test
    void hostileUrlsAndTextsAreEncoded() {
        String longUrl = "https://films.example/" + "é".repeat(1_900) + ".mp4?a=1&b='{x}|%zz[1]";
        String caption = "\"Quoted\" 'twice' <b onclick=alert(1)>]]> & &amp; \u202etxt";
        DeskClient desk = published(Map.of("type", "video", "url", longUrl, "caption", caption, "credit", caption));
        String url = "https://films.example/" + "%C3%A9".repeat(1_900) + ".mp4?a=1&b='%7Bx%7D%7C%25zz%5B1%5D";
        SyndEntry rss = RomeFeed.entry("rss", desk.id());
        assertThat(rss.getEnclosures().get(0).getUrl()).isEqualTo(url);
        MediaContent content = RomeFeed.media(rss).get(0);
        assertThat(content.getReference()).hasToString(url);
        assertThat(content.getMetadata().getTitle()).isEqualTo(caption);
        assertThat(content.getMetadata().getCredits()[0].getName()).isEqualTo(caption);
        assertThat(RomeFeed.entry("atom", desk.id()).getLinks()).anySatisfy(link -> {
            assertThat(link.getHref()).isEqualTo(url);
            assertThat(link.getTitle()).isEqualTo(caption);
        });
        JsonPath json = when().get("/feeds/articles.json").jsonPath();
        assertThat(json.getString("items[0].attachments[0].url")).isEqualTo(url);
        assertThat(json.getString("items[0].attachments[0].title")).isEqualTo(caption);
        JsonPath ninjs = when().get("/feeds/articles.ninjs").jsonPath();
        assertThat(ninjs.getString("associations[0].associations[0].uri")).isEqualTo(url);
        assertThat(ninjs.getString("associations[0].associations[0].by")).isEqualTo(caption);
    }

    /** Programs that read feeds could fail on such a URL. The link in the HTML remains. */
    @ParameterizedTest
    @EnumSource(FeedFormat.class)
    void urlThatIsNoUriIsALinkOnly(FeedFormat format) {
        DeskClient desk =
                published(Map.of("type", "audio", "url", "https://films.example/a.mp3#b#c", "caption", "The bells"));
        ReadFeed feed = ReadFeed.at("/feeds/articles", format);
        assertThat(feed.item(desk.id()).html()).contains("href=\"https://films.example/a.mp3#b#c\"");
        assertThat(feed.response().asString().split("a\\.mp3", -1)).hasSize(2);
    }

    @Test
    void eachMediumIsListedOnce() {
        String lead = "/newsroom/pictures/lead.svg";
        String id = Keys.asAdmin()
                .contentType("application/json")
                .body(Map.of("url", lead, "alt", "A trial", "width", 16, "height", 9))
                .post("/v1/desk/media")
                .path("id");
        Map<String, Object> film = Map.of("type", "video", "url", "https://films.example/a.mp4");
        Map<String, Object> gallery = gallery(Stream.of(lead, "/b.jpg", "/b.jpg"));
        DeskClient desk =
                DeskClient.published("Desk: lead", "image", id, "body", Map.of("blocks", List.of(film, film, gallery)));
        for (String extension : List.of("rss", "atom")) {
            assertThat(RomeFeed.media(RomeFeed.entry(extension, desk.id())))
                    .extracting(content -> content.getReference().toString())
                    .containsExactly(HERE + lead, "https://films.example/a.mp4", HERE + "/b.jpg");
        }
        assertThat(when().get("/feeds/articles.ninjs").<List<String>>path("associations[0].associations.name"))
                .containsExactly("image", "video", "gallery");
    }

    @ParameterizedTest
    @EnumSource(FeedFormat.class)
    void withdrawnArticleTakesItsMediaAlong(FeedFormat format) {
        DeskClient desk = published(Map.of("type", "video", "url", "https://films.example/gone.mp4"));
        assertThat(ReadFeed.at("/feeds/articles", format).response().asString()).contains("gone.mp4");
        desk.put("withdrawal", Map.of("reason", "error")).then().statusCode(201);
        assertThat(ReadFeed.at("/feeds/articles", format).response().asString()).doesNotContain("gone.mp4");
    }

    /** The bodies of the three articles have 4 MB of HTML, their 36,000 pictures 15 MB in ninjs. */
    @Test
    void feedOfManyPicturesIsSmallerThanTenMegabytes() {
        List<Map<String, Object>> galleries = IntStream.range(0, 120)
                .mapToObj(number -> gallery(IntStream.range(0, 100).mapToObj(i -> "/p" + number + "-" + i)))
                .toList();
        List<DeskClient> articles = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            articles.add(DeskClient.published("Desk: many " + i, "body", Map.of("blocks", galleries)));
        }
        for (FeedFormat format : FeedFormat.values()) {
            ReadFeed feed = ReadFeed.at("/feeds/articles", format);
            assertThat(feed.response().asByteArray()).as(format.name()).hasSizeLessThan(10_000_000);
            assertThat(feed.ids())
                    .containsAll(articles.stream().map(DeskClient::id).toList());
        }
    }

    /** Every film and sound of the sample newsroom leaves in every format. */
    @ParameterizedTest
    @EnumSource(FeedFormat.class)
    void sampleNewsroomsFilmsAndSoundAreAttached(FeedFormat format) {
        String feed = ReadFeed.atUrl("/feeds/articles." + format.extension + "?limit=100")
                .response()
                .asString();
        List<String> urls = played("/v1/articles?limit=20&body=blocks");
        assertThat(urls).hasSizeGreaterThan(3);
        String marked = switch (format) {
            case RSS -> "<media:content url=\"%s\"";
            case ATOM -> "href=\"%s\" title=";
            case JSON -> "{\"url\":\"%s\",\"mime_type\":";
            case NINJS -> "{\"name\":\"main\",\"href\":\"%s\"";
        };
        assertThat(urls).allSatisfy(url -> assertThat(feed).contains(marked.formatted(url)));
    }

    /** The URLs of all films and sounds of the listing and the pages behind it. */
    private static List<String> played(String listing) {
        List<String> urls = new ArrayList<>();
        String next = listing;
        while (next != null) {
            JsonPath page = when().get(next).jsonPath();
            List<List<Map<String, Object>>> bodies = page.getList("items.body.blocks");
            bodies.stream()
                    .flatMap(List::stream)
                    .filter(block -> List.of("video", "audio").contains(block.get("type")))
                    .map(block -> block.get("url").toString())
                    .forEach(url -> urls.add(url.startsWith("/") ? HERE + url : url));
            next = page.getString("next") == null
                    ? null
                    : page.getString("next").substring(HERE.length());
        }
        return urls;
    }

    private static Map<String, Object> gallery(Stream<String> urls) {
        return Map.of(
                "type",
                "gallery",
                "images",
                urls.map(url -> Map.of("type", "image", "url", url, "alt", "")).toList());
    }

    /** An article whose body is this block. */
    private static DeskClient published(Map<String, Object> block) {
        return DeskClient.published("Desk: odd", "body", Map.of("blocks", List.of(block)));
    }
}
