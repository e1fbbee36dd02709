package press.gazette.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

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
