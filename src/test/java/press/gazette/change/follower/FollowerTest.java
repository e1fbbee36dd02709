package press.gazette.change.follower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import press.gazette.change.Change;
import press.gazette.change.Ledger;
import press.gazette.change.Subject;

@QuarkusTest
class FollowerTest {

    @Test
    void followerReadsEachChangeOnceInOrder() {
        String name = "follower-" + UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> Ledger.record(change()));
        List<Long> read = new ArrayList<>();
        Follower follower = new Follower(name, change -> read.add(change.seq()));
        assertThat(follower.catchUp()).isEqualTo(numbers().size());
        assertThat(read).isEqualTo(numbers());
        assertThat(follower.catchUp()).isZero();
        QuarkusTransaction.requiringNew().run(() -> Ledger.record(change()));
        assertThat(new Follower(name, change -> read.add(change.seq())).catchUp())
                .as("another node continues from the same position")
                .isEqualTo(1);
    }

    /** The numbers of all changes that are not compacted. */
    private static List<Long> numbers() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Change.<Change>list("order by seq").stream()
                        .map(Change::seq)
                        .toList());
    }

    @Test
    void failingChangeIsSkipped() {
        QuarkusTransaction.requiringNew().run(() -> {
            Ledger.record(change());
            Ledger.record(change());
        });
        long bad = head() - 1;
        Set<Long> read = new HashSet<>();
        new Follower("follower-" + UUID.randomUUID(), change -> {
                    if (change.seq() == bad) {
                        throw new IllegalArgumentException("indigestible, for the test");
                    }
                    read.add(change.seq());
                })
                .catchUp();
        assertThat(read).contains(head()).doesNotContain(bad);
    }

    @Test
    void rebuiltFollowerReadsEverythingAgain() {
        List<Long> read = new ArrayList<>();
        Follower follower = new Follower("follower-" + UUID.randomUUID(), change -> read.add(change.seq()));
        follower.rebuild();
        QuarkusTransaction.requiringNew().run(() -> Ledger.record(change()));
        follower.catchUp();
        read.clear();
        follower.rebuild();
        follower.catchUp();
        assertThat(read).isEqualTo(numbers());
    }

    @Test
    void rebuildWaitsForTheRunningBatch() throws Exception {
        QuarkusTransaction.requiringNew().run(() -> Ledger.record(change()));
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        List<Long> read = Collections.synchronizedList(new ArrayList<>());
        Follower follower = Follower.inBatches("follower-" + UUID.randomUUID(), changes -> {
            started.countDown();
            await(released);
            changes.forEach(change -> read.add(change.seq()));
        });
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Integer> batch = threads.submit(follower::catchUp);
            await(started);
            Future<?> rebuild = threads.submit(follower::rebuild);
            assertThatThrownBy(() -> rebuild.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            released.countDown();
            batch.get();
            rebuild.get();
        } finally {
            released.countDown();
            threads.shutdown();
        }
        follower.catchUp();
        int again = read.lastIndexOf(1L);
        assertThat(again).isPositive();
        assertThat(read.subList(again, read.size()))
                .as("in the batches after the running one, or at the next call")
                .isEqualTo(numbers());
    }

    /** The change is handed over again, alone; the cursor is reset between its failure and the next transaction. */
    @Test
    void skippingAChangeDoesNotUndoARebuild() {
        String name = "follower-" + UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> Ledger.record(change()));
        new Follower(name, change -> {}).catchUp();
        QuarkusTransaction.requiringNew().run(() -> Ledger.record(change()));
        long bad = head();
        AtomicInteger given = new AtomicInteger();
        List<Long> read = new ArrayList<>();
        new Follower(name, change -> {
                    if (change.seq() == bad && given.incrementAndGet() == 2) {
                        afterRollback(new Follower(name, other -> {})::rebuild);
                    }
                    if (change.seq() == bad) {
                        throw new IllegalArgumentException("indigestible, for the test");
                    }
                    read.add(change.seq());
                })
                .catchUp();
        assertThat(read).startsWith(1L);
    }

    @Test
    void cursorOfANewSenderStartsAtTheEndAndOnlyMovesForward() {
        String name = "sender-" + UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> Ledger.record(change()));
        long end = head();
        assertThat(open(name)).isEqualTo(end);
        QuarkusTransaction.requiringNew().run(() -> LedgerCursor.advance(name, end + 2));
        assertThat(open(name)).isEqualTo(end + 2);
        QuarkusTransaction.requiringNew().run(() -> LedgerCursor.advance(name, end + 1));
        assertThat(open(name)).as("a node that is behind").isEqualTo(end + 2);
    }

    /** Runs the work on another thread right after the rollback of the running transaction, and waits for it. */
    private static void afterRollback(Runnable work) {
        Arc.container()
                .instance(TransactionSynchronizationRegistry.class)
                .get()
                .registerInterposedSynchronization(new Synchronization() {

                    @Override
                    public void beforeCompletion() {}

                    @Override
                    public void afterCompletion(int status) {
                        Thread other = new Thread(work);
                        other.start();
                        try {
                            other.join();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    }
                });
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long open(String sender) {
        return QuarkusTransaction.requiringNew().call(() -> LedgerCursor.open(sender, LedgerCursor.Start.NEXT_CHANGE));
    }

    private static Change change() {
        return Change.of(Change.Kind.UPDATED, Subject.article(UUID.randomUUID()), List.of(), Instant.EPOCH);
    }

    private static long head() {
        return QuarkusTransaction.requiringNew().call(() -> Ledger.head().seq());
    }
}
