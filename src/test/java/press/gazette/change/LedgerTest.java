package press.gazette.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LedgerTest {

    private static final int WRITERS = 8;
    private static final int TRANSACTIONS = 40;
    private static final int ROLLED_BACK_EVERY = 3;

    /** An import ends with a head whose number no change has, or has at another time. */
    @Test
    void headContinuesWithoutARowOfItsOwn() {
        QuarkusTransaction.begin();
        try {
            Panache.getEntityManager()
                    .createNativeQuery("update ledger_head set seq = seq + 1000")
                    .executeUpdate();
            LedgerPosition head = Ledger.head().position();
            assertThat(LedgerBatch.after(head, 10).isContinuation()).isTrue();
            assertThat(LedgerBatch.after(
                                    new LedgerPosition(head.seq(), head.at().minusSeconds(1)), 10)
                            .isContinuation())
                    .isFalse();
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    /**
     * Writers commit one to three changes or roll back, while a reader reads on from its last position: it must never
     * find a number that it has already passed.
     */
    @Test
    void numbersHaveNoGapsAndFollowTheOrderOfCommits() throws Exception {
        long start = head();
        AtomicBoolean writing = new AtomicBoolean(true);
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1);
        Future<List<Long>> reader = threads.submit(() -> follow(start, writing));
        List<Future<Integer>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(threads.submit(LedgerTest::write));
        }
        int committed = 0;
        try {
            for (Future<Integer> writer : writers) {
                committed += writer.get();
            }
        } finally {
            writing.set(false);
        }
        List<Long> seen = reader.get();
        threads.shutdown();
        assertThat(committed).isPositive();
        assertThat(seen)
                .containsExactlyElementsOf(LongStream.rangeClosed(start + 1, start + committed)
                        .boxed()
                        .toList());
        assertThat(head()).isEqualTo(start + committed);
    }

    @Test
    void timesNeverGoBack() {
        Instant late = Instant.parse("2200-01-01T00:00:00Z");
        Instant today = inTransaction(() -> Ledger.head().at());
        QuarkusTransaction.requiringNew().run(() -> {
            long before = head();
            Ledger.record(change(late));
            assertThat(head()).as("numbered at the commit, not before").isEqualTo(before);
        });
        long last = head();
        QuarkusTransaction.requiringNew().run(() -> Ledger.record(change(Instant.EPOCH)));
        Change after = after(last).get(0);
        assertThat(after.at()).isEqualTo(late);
        QuarkusTransaction.requiringNew().run(() -> {
            LedgerHead.update("at = ?1", today);
            Change.update("at = ?1 where at = ?2", today, late);
        });
    }

    @Test
    void changeListsTheSubjectsItTouched() {
        long last = head();
        Subject subject = Subject.article(UUID.randomUUID());
        Subject tag = Subject.tag(UUID.randomUUID());
        QuarkusTransaction.requiringNew()
                .run(() -> Ledger.record(
                        Change.of(Change.Kind.UPDATED, subject, List.of(Subject.ARTICLES, tag), Instant.EPOCH)));
        Change change = after(last).get(0);
        assertThat(change.kind()).isEqualTo(Change.Kind.UPDATED);
        assertThat(change.subject()).isEqualTo(subject);
        assertThat(change.touched()).containsExactly(subject, Subject.ARTICLES, tag);
    }

    @Test
    void recordingOutsideATransactionFails() {
        assertThatThrownBy(() -> Ledger.record(change(Instant.EPOCH)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("transaction");
    }

    private static final class RolledBack extends RuntimeException {}

    private static int write() {
        int committed = 0;
        for (int i = 0; i < TRANSACTIONS; i++) {
            int changes = 1 + i % 3;
            boolean rollBack = i % ROLLED_BACK_EVERY == 0;
            try {
                QuarkusTransaction.requiringNew().run(() -> {
                    for (int j = 0; j < changes; j++) {
                        Ledger.record(change(Instant.EPOCH));
                    }
                    if (rollBack) {
                        throw new RolledBack();
                    }
                });
            } catch (RolledBack e) {
                // Expected.
            }
            committed += rollBack ? 0 : changes;
        }
        return committed;
    }

    private static List<Long> follow(long start, AtomicBoolean writing) {
        List<Long> seen = new ArrayList<>();
        long place = start;
        boolean last = false;
        while (true) {
            List<Change> changes = after(place);
            for (Change change : changes) {
                seen.add(change.seq());
                place = change.seq();
            }
            if (last && changes.isEmpty()) {
                return seen;
            }
            last = !writing.get();
        }
    }

    static Change change(Instant at) {
        return Change.of(Change.Kind.CREATED, Subject.article(UUID.randomUUID()), List.of(), at);
    }

    static long head() {
        return inTransaction(() -> Ledger.head().seq());
    }

    private static List<Change> after(long seq) {
        return inTransaction(() -> Ledger.after(seq, 100));
    }

    static <T> T inTransaction(Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(work);
    }
}
