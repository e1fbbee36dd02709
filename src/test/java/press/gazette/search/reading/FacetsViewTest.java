package press.gazette.search.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import press.gazette.search.query.Facet;

/** Facets in the order that readers expect. */
class FacetsViewTest {

    private static final List<Facet.Count> COUNTED =
            List.of(new Facet.Count("2024", 9), new Facet.Count("2026", 5), new Facet.Count("2025", 1));

    @Test
    void latestYearIsFirst() {
        assertThat(FacetsView.of(Map.of(Facet.YEAR, COUNTED), Map.of()).year())
                .extracting(FacetsView.ValueCount::value)
                .containsExactly("2026", "2025", "2024");
    }

    @Test
    void mostFrequentTypeIsFirst() {
        assertThat(FacetsView.of(Map.of(Facet.TYPE, COUNTED), Map.of()).type())
                .extracting(FacetsView.ValueCount::count)
                .containsExactly(9L, 5L, 1L);
    }
}
