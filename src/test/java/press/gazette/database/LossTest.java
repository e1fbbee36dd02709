package press.gazette.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;

import org.h2.message.DbException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LossTest {

    /** Refused, connection gone, administrator's shutdown, starting up, too many connections, cancelled, H2 closed. */
    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "57P01", "57P03", "53300", "57014", "90098", "90121"})
    void isSeenThroughWhateverIsWrappedAroundIt(String state) {
        SQLException away = new SQLException("away", state);
        assertThat(Loss.isCauseOf(away)).isTrue();
        assertThat(Loss.isCauseOf(new IllegalStateException("outer", new RuntimeException("inner", away))))
                .isTrue();
        RuntimeException hiding = new RuntimeException("rolled back");
        hiding.addSuppressed(away);
        assertThat(Loss.isCauseOf(new IllegalStateException(hiding))).isTrue();
    }

    /** PostgreSQL's full disk; H2 says it by what it is caused by, and closes the database. */
    @Test
    void aDiskThatCannotBeWrittenToIsOfTheStorage() throws SQLException {
        assertThat(Loss.isOfStorage(new RuntimeException(new SQLException("full", "53100"))))
                .isTrue();
        SQLException general = DbException.toSQLException(new IOException("No space left on device"));
        assertThat(Loss.isOfStorage(new IllegalStateException(general))).isTrue();
        assertThat(Loss.isOfStorage(new SQLException("reset", "08006", new IOException("Connection reset"))))
                .isFalse();
        assertThat(Loss.isOfStorage(new SQLException("away", "57P01"))).isFalse();
    }

    /** A fault of ours in SQL, a constraint, and no database at all. */
    @Test
    void aFaultOfOursIsNone() {
        assertThat(Loss.isCauseOf(new SQLException("syntax", "42601"))).isFalse();
        assertThat(Loss.isCauseOf(new RuntimeException(new SQLException("unique", "23505"))))
                .isFalse();
        assertThat(Loss.isCauseOf(new SQLException("no state"))).isFalse();
        assertThat(Loss.isCauseOf(new NullPointerException())).isFalse();
    }
}
