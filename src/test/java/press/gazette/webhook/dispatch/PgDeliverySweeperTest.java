package press.gazette.webhook.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import press.gazette.newsroom.CrossedLocks;
import press.gazette.newsroom.NotifyingServerOnPostgresql;

/** Also while another node queues some of them again. */
@QuarkusTest
@TestProfile(NotifyingServerOnPostgresql.class)
class PgDeliverySweeperTest extends DeliverySweeperTest {

    /** The plan of a DELETE decides on its order. In one of these, the replay and the sweep would wait for each other. */
    private static final List<List<Long>> ORDERS =
            List.of(NUMBERS, NUMBERS.stream().sorted(Comparator.reverseOrder()).toList());

    @Test
    void replayAndSweepOfTheSameEventsDoNotWaitForEachOther() throws Exception {
        for (List<Long> order : ORDERS) {
            storeLongAgo();
            CrossedLocks.cross(() -> store(order.get(0)), sweeper::sweep, () -> store(order.get(1)));
        }
    }

    @Test
    void replayAndSweepOfTheSameDeliveriesDoNotWaitForEachOther() throws Exception {
        for (List<Long> order : ORDERS) {
            deliverLongAgo();
            CrossedLocks.cross(() -> replay(order.get(0)), sweeper::sweep, () -> replay(order.get(1)));
        }
    }

    @Test
    void deliveryThatIsReplayedDuringASweepStays() throws Exception {
        deliverLongAgo();
        CrossedLocks.cross(() -> NUMBERS.forEach(this::replay), sweeper::sweep, () -> {});
        assertThat(deliveries()).isEqualTo(NUMBERS.size());
    }

    @Test
    void eventThatIsReplayedDuringASweepStays() throws Exception {
        storeLongAgo();
        CrossedLocks.cross(() -> store(NUMBERS.get(0)), sweeper::sweep, () -> replay(NUMBERS.get(0)));
        assertThat(events()).isOne();
    }

    private static void storeLongAgo() {
        QuarkusTransaction.requiringNew().run(() -> NUMBERS.forEach(DeliverySweeperTest::store));
    }
}
