package press.gazette.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import press.gazette.body.Body;
import press.gazette.body.block.AudioBlock;
import press.gazette.body.block.Block;
import press.gazette.body.block.EmbedBlock;
import press.gazette.body.block.FileBlock;
import press.gazette.body.block.GalleryBlock;
import press.gazette.body.block.ImageBlock;

class FeedBodyTest {

    private static final String SERVER = "https://news.example";

    /** One article must not break a feed, whatever its body holds. */
    @Test
    void urlTooLongForTheServerBeforeItStaysRelative() {
        String url = "/media/" + "x".repeat(2_030);
        AudioBlock sound = new AudioBlock(url, null, null, null, null, null, null);
        FileBlock file = new FileBlock(url, "Minutes", null, null, null);
        assertThat(html("", sound, file)).contains("href=\"");
    }

    @Test
    void pictureThatLeadsToAnArticleHasItsAddressAlone() {
        UUID seen = new UUID(0, 1);
        UUID hidden = new UUID(0, 2);
        ImageBlock one = new ImageBlock("/a.jpg", "a", null, null, null, null).linkedTo(seen, null);
        ImageBlock two = new ImageBlock("/b.jpg", "b", null, null, null, null).linkedTo(hidden, null);
        Body body = new Body(List.of(one, two, new GalleryBlock(List.of(one, two), null, null)))
                .addressed(Map.of(seen, SERVER + "/vote"));
        String html = html("", body.blocks().toArray(Block[]::new));
        String link = "<a href=\"" + SERVER + "/vote\">";
        assertThat(html).doesNotContain("data-article", seen.toString(), hidden.toString());
        assertThat(html.split(link, -1)).hasSize(3);
        assertThat(body.markdown()).doesNotContain(hidden.toString()).contains(SERVER + "/vote");
    }

    @Test
    void soundIsALinkWithTheServer() {
        AudioBlock sound = new AudioBlock("/media/tide.mp3", null, null, null, null, null, null);
        assertThat(html("", sound))
                .contains("<a href=\"" + SERVER + "/media/tide.mp3\">" + SERVER + "/media/tide.mp3</a>");
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.youtube.com/watch?t=9&v=AverilDerby, https://www.youtube-nocookie.com/embed/AverilDerby",
        "https://youtu.be/AverilDerby?t=9, https://www.youtube-nocookie.com/embed/AverilDerby",
        "https://m.youtube.com/shorts/AverilDerby, https://www.youtube-nocookie.com/embed/AverilDerby",
        "https://www.youtube.com/playlist?list=PL1, https://www.youtube-nocookie.com/embed/videoseries?list=PL1",
        "https://vimeo.com/100000000, https://player.vimeo.com/video/100000000?dnt=1",
        "https://vimeo.com/100000000/ab12, https://player.vimeo.com/video/100000000?dnt=1&amp;h=ab12",
        "https://vimeo.com/100000000?share=copy, https://player.vimeo.com/video/100000000?dnt=1",
        "https://vimeo.com/100000000/ab12?share=copy, https://player.vimeo.com/video/100000000?dnt=1&amp;h=ab12",
        "https://www.dailymotion.com/video/x1, https://geo.dailymotion.com/player.html?video=x1",
        "https://open.spotify.com/intl-de/episode/4a?si=1, https://open.spotify.com/embed/episode/4a",
        "https://open.spotify.com/embed/episode/4a, https://open.spotify.com/embed/episode/4a",
        "https://podcasts.apple.com/gb/podcast/x/id1?i=2, https://embed.podcasts.apple.com/gb/podcast/x/id1?i=2",
        "https://soundcloud.com/averil/bells, https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/averil/bells",
        "https://public.flourish.studio/story/12/, https://flo.uri.sh/story/12/embed",
        "https://www.ted.com/talks/harbour, https://embed.ted.com/talks/harbour",
        "https://www.tiktok.com/@averil/video/12, https://www.tiktok.com/embed/v2/12",
        "https://datawrapper.dwcdn.net/Ab1/, https://datawrapper.dwcdn.net/Ab1/",
        "https://graphics.example/tides?year=2026, https://graphics.example/tides?year=2026",
    })
    void frameOfAnAllowedHostStandsBeforeTheLink(String url, String frame) {
        String host = frame.replaceAll("https://|/.*", "").toUpperCase(Locale.ROOT);
        EmbedBlock embed = new EmbedBlock("x", url, "The \"goal\"", null, 640, 360, "From behind", null);
        String link = html("", embed);
        assertThat(html("other.example, " + host, embed))
                .isEqualTo(link.replace(
                        "<a ",
                        "<iframe src=\"" + frame + "\" title=\"The &quot;goal&quot;\" width=\"640\" height=\"360\""
                                + " allowfullscreen=\"\"></iframe><a "));
        assertThat(link).contains("<figcaption>From behind</figcaption>").doesNotContain("<iframe");
        assertThat(html("other.example", embed)).isEqualTo(link);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://graphics.example/tides",
                "https://graphics.example.evil.example/tides",
                "https://evil.example/graphics.example",
                "https://sub.graphics.example/tides",
                "https://graphics.example:x/tides",
                "https://graphics.example:443@evil.example/tides",
                "https://editor:secret@graphics.example/tides",
                "https://graphics.example:8443/tides",
                "https://graphics.example/{tides}",
            })
    void otherFramesAreLinks(String url) {
        assertThat(html("graphics.example", new EmbedBlock("web", url, "Tides")))
                .doesNotContain("<iframe")
                .contains(">Tides</a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://graphics.example", "*.example", "example", "graphics.example/tides"})
    void settingThatIsNoHostIsRejected(String setting) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> frames("player.vimeo.com," + setting))
                .withMessage("gazette.feed-frames must be a list of hosts such as player.vimeo.com; it has " + setting
                        + ".");
    }

    private static String html(String hosts, Block... blocks) {
        return FeedBody.write(List.of(blocks), SERVER, SERVER + "/page", frames(hosts));
    }

    private static FeedFrames frames(String hosts) {
        return new FeedFrames(new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(FeedConfig.class)
                .withSources(new PropertiesConfigSource(Map.of("gazette.feed-frames", hosts), "test", 100))
                .build()
                .getConfigMapping(FeedConfig.class));
    }
}
