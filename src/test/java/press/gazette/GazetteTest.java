package press.gazette;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GazetteTest {

    @Test
    void eachBuildServesItsDatabase() {
        assertThat(Gazette.mismatch("", "h2")).isNull();
        assertThat(Gazette.mismatch("jdbc:postgresql://db/gazette", "postgresql"))
                .isNull();
    }

    @Test
    void aWrongCombinationIsOneLineThatSaysWhatToStart() {
        assertThat(Gazette.mismatch("jdbc:postgresql://db/gazette", "h2"))
                .contains("quarkus-app-postgresql")
                .doesNotContain("\n");
        assertThat(Gazette.mismatch("", "postgresql"))
                .contains("gazette.database")
                .doesNotContain("\n");
        assertThat(Gazette.mismatch("jdbc:mysql://db/gazette", "h2"))
                .contains("jdbc:postgresql:")
                .doesNotContain("\n");
    }

    @Test
    void postgresqlPlansForEachValueUnlessTheOperatorHasOptions() {
        String options = "options=-c%20plan_cache_mode%3Dforce_custom_plan";
        assertThat(Gazette.planned("jdbc:postgresql://db/g")).isEqualTo("jdbc:postgresql://db/g?" + options);
        assertThat(Gazette.planned("jdbc:postgresql://db/g?ssl=true"))
                .isEqualTo("jdbc:postgresql://db/g?ssl=true&" + options);
        assertThat(Gazette.planned("jdbc:postgresql://db/g?options=x")).isEqualTo("jdbc:postgresql://db/g?options=x");
    }
}
