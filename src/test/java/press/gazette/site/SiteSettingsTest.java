package press.gazette.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings that stand in for a site document. */
class SiteSettingsTest {

    @Test
    void titleLosesBlanksAtItsEnds() {
        assertThat(SiteSettings.title(" The Averil Gazette\u00a0")).isEqualTo("The Averil Gazette");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200b", "Two\nlines", "Bell\u0007"})
    void titleIsVisiblePlainTextOnOneLine(String publication) {
        assertThatThrownBy(() -> SiteSettings.title(publication))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("gazette.publication must be plain text on one line, 1 to 200 characters long");
    }

    @Test
    void longestTitleIsThatOfTheSiteDocument() {
        assertThat(SiteSettings.title("a".repeat(200))).hasSize(200);
        assertThatThrownBy(() -> SiteSettings.title("a".repeat(201))).hasMessageContaining("gazette.publication");
    }
}
