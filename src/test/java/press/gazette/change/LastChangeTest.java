package press.gazette.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import press.gazette.database.Row;
import press.gazette.database.Sql;

/** The last change of each subject, and removals. */
@QuarkusTest
class LastChangeTest {

    private static final int WRITERS = 6;
    private static final int TRANSACTIONS = 25;
    private static final int LISTINGS = 3_000;

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
        UUID ofTheSite = UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(() -> Ledger.record(Change.of(
                        Change.Kind.WITHDRAWN,
                        Subject.article(ofTheSite),
                        List.of(one, Subject.UNLISTED),
                        Instant.EPOCH)));
        assertThat(removals(one, since, 10)).as("a page of the site").containsExactly(first, second);
    }

    /** Without the index each feed would read the removals of all listings. */
    @Test
    void removalsAreReadInTheOrderOfAnIndex() {
        QuarkusTransaction.begin();
        try {
            Panache.getSession(Change.class).doWork(LastChangeTest::removalOfManyListings);
            analyze();
            Sql removals = Removal.statement(one, Instant.EPOCH, 100);
            List<String> plan = new Sql("explain " + removals.text(), removals.values()).rows(Row::text);
            assertThat(String.join("\n", plan))
                    .containsIgnoringCase("removal_of_subject")
                    .matches(text -> isOrderedByAnIndex(text), "ordered by an index");
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private static void removalOfManyListings(Connection connection) throws SQLException {
        try (PreparedStatement change = connection.prepareStatement(
                        "insert into change (seq, at, kind, subject, touched) values (-1, current_timestamp, 'deleted', 'x', 'x')");
                PreparedStatement removal = connection.prepareStatement(
                        "insert into removal (seq, subject, article_id, at) values (-1, ?, ?, current_timestamp)")) {
            change.executeUpdate();
            for (int i = 0; i < LISTINGS; i++) {
                removal.setString(1, Subject.tag(UUID.randomUUID()).name());
                removal.setObject(2, UUID.randomUUID());
                removal.addBatch();
            }
            removal.executeBatch();
        }
    }

    /** PostgreSQL chooses by what it knows of the rows. */
    void analyze() {}

    boolean isOrderedByAnIndex(String plan) {
        return plan.contains("index sorted");
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
