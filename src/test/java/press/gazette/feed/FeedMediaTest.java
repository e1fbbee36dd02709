package press.gazette.feed;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;

import com.apptasticsoftware.rssreader.Item;
import com.apptasticsoftware.rssreader.RssReader;
import com.rometools.modules.mediarss.types.MediaContent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.feed.format.FeedFormat;
import press.gazette.newsroom.ConfiguredSite;
import press.gazette.newsroom.DeskClient;
import press.gazette.newsroom.PausedServer;

/** Films, sound, galleries and tables of bodies, in feeds with full text. */
@QuarkusTest
@TestProfile(ConfiguredSite.class)
class FeedMediaTest {

    private static final String HERE = ConfiguredSite.HERE;

    private static final String CHORUS = HERE + "/sound/chorus.MP3?take=2#t=4";

    @Inject
    EntityManagerFactory factory;

    @AfterEach
    void tidyUp() {
        PausedServer.go();
        DeskClient.tidyUp();
    }

    @Test
    void rssHasOneEnclosureTheFirstSound() {
        DeskClient desk = Opera.publish();
        assertThat(RomeFeed.entry("rss", desk.id()).getEnclosures())
                .singleElement()
                .satisfies(enclosure -> {
                    assertThat(enclosure.getUrl()).isEqualTo(CHORUS);
                    assertThat(enclosure.getType()).isEqualTo("audio/mpeg");
                    assertThat(enclosure.getLength()).isZero();
                });
        byte[] bytes = when().get("/feeds/articles.rss").asByteArray();
        Item item = new RssReader()
                .read(new ByteArrayInputStream(bytes))
                .filter(each -> each.getGuid().orElse("").endsWith(desk.id()))
                .findFirst()
                .orElseThrow();
        assertThat(item.getEnclosures()).hasSize(1);
        assertThat(item.getEnclosure().orElseThrow().getUrl()).isEqualTo(CHORUS);
    }

    @ParameterizedTest
    @CsvSource({
        "https://films.example/a, https://films.example/b.mp4, https://films.example/b.mp4",
        "https://films.example/a.mov, https://films.example/b.mp4, https://films.example/a.mov",
        "https://films.example/a, https://films.example/b.html,",
    })
    void rssHasTheFirstFilmOfKnownTypeWhereThereIsNoSound(String first, String second, String enclosed) {
        DeskClient desk = DeskClient.published(
                "Desk: films",
                "body",
                Map.of(
                        "blocks",
                        List.of(Map.of("type", "video", "url", first), Map.of("type", "video", "url", second))));
        assertThat(RomeFeed.entry("rss", desk.id()).getEnclosures())
                .extracting(enclosure -> enclosure.getUrl())
                .isEqualTo(enclosed == null ? List.of() : List.of(enclosed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rss", "atom"})
    void mediaRssHasFilmsSoundAndPicturesOfGalleriesInReadingOrder(String extension) {
        List<MediaContent> media =
                RomeFeed.media(RomeFeed.entry(extension, Opera.publish().id()));
        assertThat(media)
                .extracting(medium -> medium.getMedium() + " " + medium.getReference() + " " + medium.getType() + " "
                        + medium.getWidth() + " " + medium.getHeight() + " " + medium.getDuration())
                .containsExactly(
                        "video https://films.example/lights.mp4 video/mp4 1280 720 48",
                        "audio " + CHORUS + " audio/mpeg null null 127",
                        "video https://films.example/lights null null null null",
                        "video https://films.example/lights.webm video/webm null null null",
                        "audio https://films.example/bells.ogg audio/ogg null null null",
                        "image " + HERE + "/pictures/roof.jpg image/jpeg 1600 900 null",
                        "image " + HERE + "/pictures/stairs.jpg image/jpeg null null null");
        MediaContent film = media.get(0);
        assertThat(film.getMetadata().getTitle()).isEqualTo("The lights");
        assertThat(film.getMetadata().getCredits()[0].getName()).isEqualTo("Film: Opera");
        assertThat(film.getMetadata().getThumbnail()[0].getUrl()).hasToString(HERE + "/pictures/hall.jpg");
        MediaContent roof = media.get(5);
        assertThat(roof.getMetadata().getTitle()).isEqualTo("The roof");
        assertThat(ReadFeed.plain(roof.getMetadata().getDescription())).isEqualTo("Moon & stars");
        assertThat(roof.getMetadata().getCredits()[0].getName()).isEqualTo("Photo: A. Sol");
    }

    @Test
    void atomHasALinkForEachFilmAndSound() {
        DeskClient desk = Opera.publish();
        assertThat(RomeFeed.entry("atom", desk.id()).getLinks())
                .filteredOn(link -> "enclosure".equals(link.getRel()))
                .extracting(link -> link.getHref() + " " + link.getType() + " " + link.getTitle())
                .containsExactly(
                        "https://films.example/lights.mp4 video/mp4 The lights",
                        CHORUS + " audio/mpeg The chorus",
                        "https://films.example/lights null The lights",
                        "https://films.example/lights.webm video/webm The lights",
                        "https://films.example/bells.ogg audio/ogg null");
    }

    /** Equal titles mean one recording in several files (JSON Feed 1.1), so the second one has none. */
    @Test
    void jsonFeedHasAttachmentsOfKnownTypes() {
        Opera.publish();
        assertThat(when().get("/feeds/articles.json").<List<Map<String, Object>>>path("items[0].attachments"))
                .containsExactly(
                        Map.of(
                                "url", "https://films.example/lights.mp4",
                                "mime_type", "video/mp4",
                                "title", "The lights",
                                "duration_in_seconds", 48),
                        Map.of(
                                "url",
                                CHORUS,
                                "mime_type",
                                "audio/mpeg",
                                "title",
                                "The chorus",
                                "duration_in_seconds",
                                127),
                        Map.of("url", "https://films.example/lights.webm", "mime_type", "video/webm"),
                        Map.of("url", "https://films.example/bells.ogg", "mime_type", "audio/ogg"));
    }

    @Test
    void ninjsHasAnAssociationForEachMedium() {
        Opera.publish();
        List<Map<String, Object>> media = when().get("/feeds/articles.ninjs").path("associations[0].associations");
        assertThat(media)
                .extracting(each -> each.get("name") + " " + each.get("type") + " " + each.get("uri"))
                .containsExactly(
                        "video video https://films.example/lights.mp4",
                        "audio audio " + CHORUS,
                        "video video https://films.example/lights",
                        "video video https://films.example/lights.webm",
                        "audio audio https://films.example/bells.ogg",
                        "gallery picture " + HERE + "/pictures/roof.jpg",
                        "gallery picture " + HERE + "/pictures/stairs.jpg");
        assertThat(media.get(0))
                .containsEntry("by", "Film: Opera")
                .containsEntry(
                        "descriptions",
                        List.of(Map.of("role", "caption", "contentType", "text/plain", "value", "The lights")))
                .containsEntry(
                        "renditions",
                        List.of(
                                Map.of(
                                        "name",
                                        "main",
                                        "href",
                                        "https://films.example/lights.mp4",
                                        "contentType",
                                        "video/mp4",
                                        "width",
                                        1280,
                                        "height",
                                        720,
                                        "duration",
                                        48),
                                Map.of(
                                        "name", "preview",
                                        "href", HERE + "/pictures/hall.jpg",
                                        "contentType", "image/jpeg")));
    }

    @ParameterizedTest
    @EnumSource(FeedFormat.class)
    void htmlHasTablesAndGalleriesAndLinksInPlaceOfPlayers(FeedFormat format) {
        DeskClient desk = Opera.publish();
        Document html = Jsoup.parse(
                ReadFeed.at("/feeds/articles", format).item(desk.id()).html());
        assertThat(html.select("video, audio, track")).isEmpty();
        assertThat(html.select("table > thead th").eachText()).containsExactly("Act", "Minutes");
        assertThat(html.select("table > tbody td").eachText()).containsExactly("One", "48");
        assertThat(html.select("figure[data-gallery] > figure > img").eachAttr("src"))
                .containsExactly(HERE + "/pictures/roof.jpg", HERE + "/pictures/stairs.jpg");
        assertThat(html.select("figure[data-gallery] figcaption").eachText()).contains("The hall");
        assertThat(html.select("a[href=https://films.example/lights.mp4]").eachText())
                .containsExactly("The lights");
        assertThat(html.select("a[href=https://vimeo.com/1234567]").eachText()).containsExactly("The carpenters");
        assertThat(html.select("iframe").eachAttr("src"))
                .containsExactly("https://www.youtube-nocookie.com/embed/AverilOpera");
    }

    /** Bodies are read with their articles; the articles that they link to take one statement for all. */
    @ParameterizedTest
    @CsvSource({
        "/feeds/articles.rss, 9",
        "/feeds/tags/film.atom?limit=100, 9",
        "/feeds/lists/editors-picks.json, 8",
        "/feeds/articles/2020-01-01.ninjs, 4",
    })
    void fullTextTakesOneStatementForItsLinks(String url, int statements) {
        PausedServer.stop();
        Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.clear();
        when().get(url).then().statusCode(200);
        assertThat(statistics.getPrepareStatementCount()).isEqualTo(statements);
    }
}
