package press.gazette.importer.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import press.gazette.exporter.restoration.Restoration;

/** The import of an export ends in the transaction of its content: a process that is killed behind it finds it done. */
@QuarkusTest
class RestorationEndTest {

    private static final Instant NOW = Instant.parse("2026-11-30T06:00:00Z");

    @Inject
    DataSource database;

    private UUID id = new UUID(0, 0);

    @BeforeEach
    void begin() {
        id = QuarkusTransaction.requiringNew()
                .call(() -> ImportJob.begin(ImportOptions.of(ImportFormat.NDJSON), "test", NOW)
                        .id());
    }

    @AfterEach
    void tidyUp() {
        QuarkusTransaction.requiringNew().run(() -> ImportJob.deleteById(id));
    }

    /** Another process has begun it anew. */
    @Test
    void importOfAnotherProcessIsNotEnded() throws SQLException {
        QuarkusTransaction.requiringNew().run(() -> ImportJob.locked(id).take(NOW));
        assertThat(end(true)).isFalse();
        assertThat(job().state()).isEqualTo(JobState.RUNNING);
    }

    @Test
    void importIsDoneOnceItsContentIsStored() throws SQLException {
        assertThat(end(false)).isTrue();
        assertThat(job().state()).isEqualTo(JobState.RUNNING);
        assertThat(end(true)).isTrue();
        assertThat(job().state()).isEqualTo(JobState.DONE);
        assertThat(job().endedAt()).isEqualTo(NOW);
        assertThat(job().counts().itemCount()).isEqualTo(12);
        assertThat(job().counts().created()).isEqualTo(3);
    }

    @Test
    void stoppedImportStoresNothing() throws SQLException {
        QuarkusTransaction.requiringNew().run(() -> ImportJob.locked(id).stop(NOW));
        assertThat(end(true)).isFalse();
        assertThat(job().state()).isEqualTo(JobState.STOPPED);
    }

    private boolean end(boolean commits) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            boolean ended = RestorationRun.end(id, 0, new Restoration.Result(true, 12, 3, 0), NOW, connection);
            if (commits) {
                connection.commit();
            } else {
                connection.rollback();
            }
            return ended;
        }
    }

    private ImportJob job() {
        return QuarkusTransaction.requiringNew().call(() -> ImportJob.<ImportJob>findById(id));
    }
}
