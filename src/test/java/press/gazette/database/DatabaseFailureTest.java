package press.gazette.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;

import org.h2.message.DbException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseFailureTest {

    /**
     * Connection rejected, connection lost, administrator's shutdown, starting up, too many connections, cancelled, H2
     * closed.
     */
    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "57P01", "57P03", "53300", "57014", "90098", "90121"})
    void lossIsFoundInNestedExceptions(String state) {
        SQLException away = new SQLException("away", state);
        assertThat(DatabaseFailure.isCauseOf(away)).isTrue();
        assertThat(DatabaseFailure.isCauseOf(new IllegalStateException("outer", new RuntimeException("inner", away))))
                .isTrue();
        RuntimeException hiding = new RuntimeException("rolled back");
        hiding.addSuppressed(away);
        assertThat(DatabaseFailure.isCauseOf(new IllegalStateException(hiding))).isTrue();
    }

    /** PostgreSQL's full disk. H2 reports it in the cause only, and closes the database. */
    @Test
    void failedWriteToDiskIsAStorageFailure() throws SQLException {
        assertThat(DatabaseFailure.isOfStorage(new RuntimeException(new SQLException("full", "53100"))))
                .isTrue();
        SQLException general = DbException.toSQLException(new IOException("No space left on device"));
        assertThat(DatabaseFailure.isOfStorage(new IllegalStateException(general)))
                .isTrue();
        assertThat(DatabaseFailure.isOfStorage(new SQLException("reset", "08006", new IOException("Connection reset"))))
                .isFalse();
        assertThat(DatabaseFailure.isOfStorage(new SQLException("away", "57P01")))
                .isFalse();
    }

    /** A defect in SQL, a violated constraint, and an exception without any database. */
    @Test
    void defectIsNotADatabaseFailure() {
        assertThat(DatabaseFailure.isCauseOf(new SQLException("syntax", "42601")))
                .isFalse();
        assertThat(DatabaseFailure.isCauseOf(new RuntimeException(new SQLException("unique", "23505"))))
                .isFalse();
        assertThat(DatabaseFailure.isCauseOf(new SQLException("no state"))).isFalse();
        assertThat(DatabaseFailure.isCauseOf(new NullPointerException())).isFalse();
    }
}
