package press.gazette.media.file;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import jakarta.persistence.PersistenceException;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.CrossedLocks;
import press.gazette.newsroom.OnPostgresql;

@QuarkusTest
@TestProfile(OnPostgresql.class)
class PgFileSweepTest extends FileSweepTest {

    /** An upload adds a row while the sweep adds rows for lost files: the sweep breaks a constraint, and the next one goes on. */
    @Test
    void sweepThatAddsRowsDoesNotHoldUpAnUpload() throws Exception {
        Instant now = Instant.now();
        List<String> hashes = inAnotherOrderThanASet();
        try {
            CrossedLocks.cross(
                    () -> FiledContent.hold(hashes.get(0), now),
                    () -> {
                        try {
                            QuarkusTransaction.requiringNew().run(() -> FiledContent.adopt(Set.copyOf(hashes), now));
                        } catch (PersistenceException added) {
                            // By the upload.
                        }
                    },
                    () -> FiledContent.hold(hashes.get(1), now));
        } finally {
            QuarkusTransaction.requiringNew().run(() -> FiledContent.delete("hash in ?1", hashes));
        }
    }

    /** Two hashes in their order, which a set of them does not have. */
    private static List<String> inAnotherOrderThanASet() {
        return IntStream.range(0, 100)
                .mapToObj(number -> List.of("%064x".formatted(number), "%064x".formatted(number + 1)))
                .filter(pair -> !List.copyOf(new HashSet<>(pair)).equals(pair))
                .findFirst()
                .orElseThrow();
    }
}
