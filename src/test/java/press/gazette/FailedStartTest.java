package press.gazette;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.sql.SQLException;

import jakarta.transaction.RollbackException;

import org.junit.jupiter.api.Test;

class FailedStartTest {

    @Test
    void wrongPasswordIsReportedAndPermanent() {
        FailedStart failed = FailedStart.of(new IllegalStateException(
                "no migration", new SQLException("FATAL: password authentication failed", "28P01")));
        assertThat(failed.sentence()).contains("gazette.database-password").endsWith("password authentication failed");
        assertThat(failed.exit()).isEqualTo(78);
        assertThat(failed.isFault()).isFalse();
    }

    @Test
    void unknownHostIsNamed() {
        FailedStart failed = FailedStart.of(
                new SQLException("The connection attempt failed.", "08001", new UnknownHostException("db.example")));
        assertThat(failed.sentence())
                .isEqualTo("The database cannot be reached: The connection attempt failed.; unknown host db.example");
        assertThat(failed.exit()).isEqualTo(1);
    }

    /** The transaction manager has the cause in a suppressed exception. */
    @Test
    void failedCommitIsReportedWithItsCause() {
        RollbackException rollback = new RollbackException("ARJUNA016053: Could not commit transaction.");
        rollback.addSuppressed(
                new SQLException("IO Exception: null", "90028", new IOException("No space left on device")));
        FailedStart failed = FailedStart.of(new IllegalStateException(rollback));
        assertThat(failed.sentence()).endsWith("No space left on device").doesNotContain("ARJUNA");
        assertThat(failed.isFault()).isFalse();
    }

    @Test
    void unreadableFileIsReportedInASentence() {
        assertThat(FailedStart.of(new UncheckedIOException(new AccessDeniedException("/srv/gazette.lock")))
                        .sentence())
                .isEqualTo("The process may not read or write /srv/gazette.lock.");
    }

    @Test
    void portInUseOrItsSettingsAreNamed() {
        assertThat(FailedStart.of(new BindException("Port already bound: 8080: Address already in use"))
                        .sentence())
                .startsWith("Port already bound: 8080");
        assertThat(FailedStart.of(new BindException("Address already in use")).sentence())
                .contains("quarkus.management.port");
    }

    @Test
    void waitingForATableEndsByItself() {
        FailedStart failed =
                FailedStart.of(new SQLException("ERROR: canceling statement due to lock timeout", "55P03"));
        assertThat(failed.sentence()).startsWith("A migration has waited too long for a table; an export");
        assertThat(failed.exit()).isEqualTo(1);
    }

    @Test
    void otherFailuresAreDefects() {
        assertThat(FailedStart.of(new NullPointerException("x")).isFault()).isTrue();
        assertThat(FailedStart.of(new IllegalArgumentException("gazette.public-url is no URL"))
                        .exit())
                .isEqualTo(78);
    }
}
