package press.gazette.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The last change of each subject, and removals. */
@QuarkusTest
class LastChangeTest {

    private static final int WRITERS = 6;
    private static final int TRANSACTIONS = 25;

    private final Subject one = Subject.tag(UUID.randomUUID());
    private final Subject other = Subject.tag(UUID.randomUUID());

    @Test
    void changeUpdatesExactlyTheSubjectsItTouches() {
        LedgerPosition before = lastChange(one);
        record(Change.Kind.UPDATED, one);
        LedgerPosition after = lastChange(one);
        assertThat(after.seq()).isEqualTo(head().seq()).isGreaterThan(before.seq());
        assertThat(after.at()).isEqualTo(head().at());
        assertThat(lastChange(other)).isEqualTo(before);
        record(Change.Kind.UPDATED, other);
        assertThat(lastChange(one)).isEqualTo(after);
        assertThat(QuarkusTransaction.requiringNew().call(() -> Ledger.lastChange(List.of(one, other))))
                .isEqualTo(lastChange(other));
    }

    @Test
    void rolledBackChangeUpdatesNothing() {
        LedgerPosition before = lastChange(one);
        QuarkusTransaction.begin();
        Ledger.record(change(Change.Kind.UPDATED, one));
        QuarkusTransaction.rollback();
        assertThat(lastChange(one)).isEqualTo(before);
    }

    /** Many writers touch the same subjects in different orders: there is no deadlock, and the last change wins. */
    @Test
    void concurrentWritersLeaveTheLatestChange() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            Subject[] order = i % 2 == 0 ? new Subject[] {one, other} : new Subject[] {other, one};
            writers.add(threads.submit(() -> {
                for (int j = 0; j < TRANSACTIONS; j++) {
                    record(Change.Kind.UPDATED, order);
                }
            }));
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        threads.shutdown();
        assertThat(lastChange(one)).isEqualTo(lastChange(other)).isEqualTo(head());
    }

    @Test
    void removalsOfASubjectAreListedOnceLatestFirst() {
        Instant since = head().at().minusSeconds(1);
        UUID first = record(Change.Kind.WITHDRAWN, one);
        UUID second = record(Change.Kind.DELETED, one, other);
        record(Change.Kind.UPDATED, one);
        record(Change.Kind.WITHDRAWN, other);
        assertThat(removals(one, since, 10)).containsExactly(second, first);
        assertThat(removals(one, since, 1)).containsExactly(second);
        assertThat(removals(one, head().at().plusSeconds(1), 10)).isEmpty();
        QuarkusTransaction.requiringNew()
                .run(() -> Ledger.record(
                        Change.of(Change.Kind.WITHDRAWN, Subject.article(first), List.of(one), Instant.EPOCH)));
        assertThat(removals(one, since, 10)).containsExactly(first, second);
    }

    private static List<UUID> removals(Subject subject, Instant since, int most) {
        return QuarkusTransaction.requiringNew().call(() -> Ledger.removals(subject, since, most)).stream()
                .map(Removal::article)
                .toList();
    }

    private static UUID record(Change.Kind kind, Subject... touched) {
        UUID article = UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(() -> Ledger.record(Change.of(kind, Subject.article(article), List.of(touched), Instant.EPOCH)));
        return article;
    }

    private static Change change(Change.Kind kind, Subject... touched) {
        return Change.of(kind, Subject.article(UUID.randomUUID()), List.of(touched), Instant.EPOCH);
    }

    private static LedgerPosition lastChange(Subject subject) {
        return QuarkusTransaction.requiringNew().call(() -> Ledger.lastChange(List.of(subject)));
    }

    private static LedgerPosition head() {
        return QuarkusTransaction.requiringNew().call(() -> Ledger.head().position());
    }
}
