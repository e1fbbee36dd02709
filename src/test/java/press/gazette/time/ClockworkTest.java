package press.gazette.time;

import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.ServerLog;

@QuarkusTest
class ClockworkTest {

    @Inject
    Clockwork clockwork;

    @Test
    void failedCommitIsAFailureOfTheDatabase() {
        RuntimeException commit = new IllegalStateException("Could not commit transaction");
        commit.addSuppressed(new IllegalStateException("resource", new SQLException("disk full")));
        RuntimeException failure = new IllegalStateException("around it", commit);
        awaitLine(failure, "WARN", "disk full");
    }

    @Test
    void otherFailureIsADefect() {
        awaitLine(new IllegalStateException("a defect"), "ERROR", "a defect");
    }

    private void awaitLine(RuntimeException failure, String level, String text) {
        ServerLog log = ServerLog.begin();
        Supplier<Duration> round = () -> {
            throw failure;
        };
        Work failing = clockwork.start("failing " + text, round);
        try {
            failing.wake();
            await().until(() -> log.lines().stream()
                    .anyMatch(line -> line.startsWith(level) && line.contains("Round failed") && line.contains(text)));
        } finally {
            failing.stop();
            log.close();
        }
    }
}
