package press.gazette.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;

import org.junit.jupiter.api.Test;

class AcceptFailuresTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    private final AcceptFailures filter = new AcceptFailures();

    @Test
    void failuresAreLoggedOnceInTenMinutesWithoutATrace() {
        LogRecord first = failure(NOON);
        assertThat(filter.isLoggable(first)).isTrue();
        assertThat(first.getThrown()).isNull();
        assertThat(first.getMessage()).contains("Too many open files");
        assertThat(filter.isLoggable(failure(NOON.plusSeconds(1)))).isFalse();
        assertThat(filter.isLoggable(failure(NOON.plusSeconds(3_600)))).isTrue();
    }

    @Test
    void otherLinesAreLogged() {
        LogRecord other = failure(NOON);
        other.setThrown(new IllegalStateException("a fault"));
        assertThat(filter.isLoggable(other)).isTrue();
        assertThat(other.getThrown()).isNotNull();
    }

    private static LogRecord failure(Instant at) {
        LogRecord logged = new LogRecord(Level.WARNING, "An exceptionCaught() event was fired");
        logged.setLoggerName("io.netty.channel.DefaultChannelPipeline");
        logged.setThrown(new IOException("Too many open files"));
        logged.setInstant(at);
        return logged;
    }
}
