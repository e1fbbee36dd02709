package press.gazette.feed.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaKindTest {

    @ParameterizedTest
    @CsvSource({
        "VIDEO, https://films.example/a.mp4, video/mp4",
        "VIDEO, https://films.example/a.MP4?b.mov#c.webm, video/mp4",
        "VIDEO, https://films.example/live/index.m3u8, application/vnd.apple.mpegurl",
        "AUDIO, https://films.example/a.mp4, audio/mp4",
        "AUDIO, https://films.example/a.webm, audio/webm",
        "PICTURE, https://films.example/a.jpeg, image/jpeg",
        "PICTURE, https://films.example/a.mp4,",
        "VIDEO, https://films.example/a,",
        "VIDEO, https://films.example/a.mp4/,",
        "VIDEO, https://films.example/?a=b.mp4,",
        "VIDEO, https://mp4,",
    })
    void extensionGivesTheMediaType(MediaKind kind, String url, String type) {
        assertThat(kind.type(url)).isEqualTo(type);
    }
}
