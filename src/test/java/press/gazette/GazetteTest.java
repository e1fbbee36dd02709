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
    void nothingWaitsForAPostgresqlForEverUnlessTheOperatorSaysSo() {
        String session = "options=-c%20statement_timeout%3D30s"
                + "%20-c%20lock_timeout%3D10s%20-c%20idle_in_transaction_session_timeout%3D30s";
        assertThat(Gazette.guarded("jdbc:postgresql://db/g"))
                .isEqualTo("jdbc:postgresql://db/g?connectTimeout=2&loginTimeout=2&" + session
                        + "&socketTimeout=35&tcpKeepAlive=true");
        assertThat(Gazette.guarded("jdbc:postgresql://db/g?ssl=true&options=x&socketTimeout=0"))
                .isEqualTo("jdbc:postgresql://db/g?ssl=true&options=x&socketTimeout=0"
                        + "&connectTimeout=2&loginTimeout=2&tcpKeepAlive=true");
    }
}
