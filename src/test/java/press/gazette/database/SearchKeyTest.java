package press.gazette.database;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchKeyTest {

    @ParameterizedTest
    @CsvSource({
        "Vladimir Putin, vladimir putin",
        "'  Averil\t Port \u00a0Authority ', averil port authority",
        "Zürich, zurich",
        "Zu\u0308rich, zurich",
        "Málaga, malaga",
        "Straße, strasse",
        "Ærø, aero",
        "Œuvre, oeuvre",
        "Łódź, lodz",
        "Đà Nẵng, da nang",
        "Þórður, thordur",
        "İzmir, izmir",
        "Diyarbakır, diyarbakir",
        "ＮＡＴＯ, nato",
        "ﬁscal, fiscal",
        "Киев, киев",
        "Ελλάδα, ελλαδα",
        "東京, 東京",
        "'', ''",
    })
    void nameIsNormalised(String name, String key) {
        assertThat(SearchKey.of(name)).isEqualTo(key);
    }

    @Property
    void keyOfAKeyIsTheSame(@ForAll String name) {
        String key = SearchKey.of(name);
        assertThat(SearchKey.of(key)).isEqualTo(key);
    }
}
