package press.gazette.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;

import org.junit.jupiter.api.Test;

class UrlTemplateTest {

    private static final Set<String> KNOWN = Set.of("year", "slug", "id");

    @Test
    void eachPlaceIsFilled() {
        UrlTemplate template = UrlTemplate.of("a", "https://www.example.org/{year}/{slug}?from={year}", KNOWN);
        assertThat(template.filled(place -> place.equals("year") ? "2026" : "$1 \\"))
                .isEqualTo("https://www.example.org/2026/$1 \\?from=2026");
        assertThat(template.beginning()).isEqualTo("https://www.example.org/");
    }

    @Test
    void placeThatIsNotClosedIsRejected() {
        assertThatThrownBy(() -> UrlTemplate.of("a", "https://www.example.org/{id}/{slug", KNOWN))
                .hasMessageContaining("absolute");
    }
}
