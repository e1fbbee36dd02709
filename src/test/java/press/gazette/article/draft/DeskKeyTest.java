package press.gazette.article.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

/** The words by which the desk finds articles. */
class DeskKeyTest {

    @Test
    void wordEndsBehindTheLastOfSeveralIdeographs() {
        assertThat(DeskKey.words("東京タワー, 2nd 銀行")).containsExactly("東京", "タワー", "2nd", "銀行");
        assertThat(DeskKey.of(List.of("東京タワー"))).isEqualTo(" 東京 タワー");
    }
}
