package press.gazette.feed;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;

import com.apptasticsoftware.rssreader.Item;
import com.apptasticsoftware.rssreader.RssReader;
import com.rometools.modules.mediarss.MediaEntryModule;
import com.rometools.modules.mediarss.MediaModule;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Readers that we did not write find the same articles, under the same names and dates, as the feed was made of. */
@QuarkusTest
class FeedReadersTest {

    @ParameterizedTest
    @ValueSource(strings = {"/feeds/articles", "/feeds/tags/putin", "/feeds/tags/world", "/feeds/lists/editors-picks"})
    void romeReadsRssAndAtomBack(String path) throws IOException, FeedException {
        List<ReadFeed.Item> items = ReadFeed.atUrl(path + ".json").items();
        for (String extension : List.of(".rss", ".atom")) {
            SyndFeed feed = rome(path + extension);
            assertThat(feed.getEntries()).extracting(SyndEntry::getUri).isEqualTo(urns(items));
            for (int i = 0; i < items.size(); i++) {
                SyndEntry entry = feed.getEntries().get(i);
                ReadFeed.Item item = items.get(i);
                assertThat(entry.getTitle()).isEqualTo(item.title());
                assertThat(entry.getLink()).isEqualTo(item.url());
                assertThat(entry.getDescription().getValue()).isEqualTo(item.summary());
                assertThat(entry.getPublishedDate()).isEqualTo(Date.from(Instant.parse(item.published())));
                if (extension.equals(".atom")) {
                    assertThat(entry.getUpdatedDate()).isEqualTo(Date.from(Instant.parse(item.updated())));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feeds/articles", "/feeds/tags/putin", "/feeds/tags/world", "/feeds/lists/editors-picks"})
    void rssreaderReadsRssAndAtomBack(String path) {
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
    void romeFindsThePictureWithItsCreditAndSize() throws IOException, FeedException {
        SyndEntry entry = rome("/feeds/lists/editors-picks.rss").getEntries().get(0);
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

    private static SyndFeed rome(String url) throws IOException, FeedException {
        byte[] bytes = when().get(url).asByteArray();
        return new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(bytes)));
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
