package press.gazette.security.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class RejectionLogTest {

    @Test
    void thousandRejectionsAreCountedAndLoggedOnce() {
        List<LogRecord> lines = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(RejectionLog.class.getName());
        logger.addHandler(handler);
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        try {
            RejectionLog log = new RejectionLog(metrics);
            for (int i = 0; i < 1_000; i++) {
                log.record("192.0.2.7");
            }
        } finally {
            logger.removeHandler(handler);
        }
        assertThat(lines).hasSize(1);
        assertThat(metrics.counter("gazette.keys.rejected").count()).isEqualTo(1_000);
    }
}
