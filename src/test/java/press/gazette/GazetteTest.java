package press.gazette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.ErrorDetails;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.Test;

class GazetteTest {

    @Test
    void eachBuildFitsItsDatabase() {
        assertThat(Gazette.mismatch("", "h2")).isNull();
        assertThat(Gazette.mismatch("jdbc:postgresql://db/gazette", "postgresql"))
                .isNull();
    }

    @Test
    void wrongBuildIsReportedInOneLineWithTheRightOne() {
        assertThat(Gazette.mismatch("jdbc:postgresql://db/gazette", "h2"))
                .contains("gazette-postgresql.jar")
                .doesNotContain("\n");
        assertThat(Gazette.mismatch("", "postgresql"))
                .contains("gazette.database")
                .doesNotContain("\n");
        assertThat(Gazette.mismatch("jdbc:mysql://db/gazette", "h2"))
                .contains("jdbc:postgresql:")
                .doesNotContain("\n");
    }

    @Test
    void connectionsAreLimitedByFileDescriptors() {
        assertThat(FileDescriptors.lowered(4_000, 20_000)).isEmpty();
        assertThat(FileDescriptors.lowered(4_000, 1_024)).hasValue(896);
        assertThat(FileDescriptors.lowered(100, 1_024)).isEmpty();
        assertThat(FileDescriptors.lowered(4_000, 256)).hasValue(128);
        assertThat(FileDescriptors.lowered(4_000, 64)).hasValue(8);
    }

    @Test
    void urlOfTracesHasNoQuery() {
        assertThat(List.of("http://localhost:4318", "https://collector.example.org/otlp/"))
                .allMatch(url -> TracesConfig.ADDRESS.matcher(url).matches());
        assertThat(List.of("localhost:4318", "http://", "http://collector?token=1", "http://collector/a b"))
                .noneMatch(url -> TracesConfig.ADDRESS.matcher(url).matches());
    }

    @Test
    void schemaMismatchIsReportedInOneLine() {
        ErrorDetails fault = new ErrorDetails(CoreErrorCode.VALIDATE_ERROR, """
                Migrations have failed validation
                Migration checksum mismatch for migration version 9
                -> Applied to database : 1
                -> Resolved locally    : 2
                Either revert the changes to the migration, or run repair to update the schema history.
                Detected applied migration not resolved locally: 10.2. If you removed this, run repair.
                """);
        assertThat(FailedStart.oneLine(new FlywayValidateException(fault, "Validate failed: ")))
                .endsWith(": Migration checksum mismatch for migration version 9; "
                        + "Detected applied migration not resolved locally: 10.2.")
                .doesNotContain("\n");
    }

    @Test
    void timeoutsAreAddedUnlessTheOperatorSetsThem() {
        String session = "options=-c%20statement_timeout%3D30s"
                + "%20-c%20lock_timeout%3D10s%20-c%20idle_in_transaction_session_timeout%3D30s";
        assertThat(Gazette.bounded("jdbc:postgresql://db/g"))
                .isEqualTo("jdbc:postgresql://db/g?connectTimeout=2&loginTimeout=2&" + session
                        + "&socketTimeout=35&tcpKeepAlive=true");
        assertThat(Gazette.bounded("jdbc:postgresql://db/g?ssl=true&options=x&socketTimeout=0"))
                .isEqualTo("jdbc:postgresql://db/g?ssl=true&options=x&socketTimeout=0"
                        + "&connectTimeout=2&loginTimeout=2&tcpKeepAlive=true");
    }
}
