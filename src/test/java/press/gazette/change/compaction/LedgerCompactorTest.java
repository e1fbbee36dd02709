package press.gazette.change.compaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import press.gazette.change.Change;
import press.gazette.change.Ledger;
import press.gazette.change.LedgerPosition;
import press.gazette.change.PrivateInvalidation;
import press.gazette.change.Subject;
import press.gazette.database.Row;
import press.gazette.database.Sql;

@QuarkusTest
class LedgerCompactorTest {

    private final Subject story = Subject.article(UUID.randomUUID());
    private final Subject putin = Subject.tag(UUID.randomUUID());
    private final Subject ukraine = Subject.tag(UUID.randomUUID());

    private static final Instant FUTURE = Instant.parse("2300-01-01T00:00:00Z");

    @Inject
    LedgerCompactor compactor;

    @Test
    void lastChangeOfASubjectStaysWithTheGroupsOfAllBefore() {
        LedgerPosition start = position();
        record(Change.of(Change.Kind.CREATED, story, List.of(putin), Instant.EPOCH));
        LedgerPosition second = record(Change.of(Change.Kind.MOVED, story, List.of(ukraine), Instant.EPOCH)
                .formerly(List.of("first-slug")));
        record(Change.of(Change.Kind.UPDATED, story, List.of(), Instant.EPOCH)
                .shownAs("third-slug", 3)
                .formerly(List.of("second-slug", "third-slug")));
        Subject other = Subject.tag(UUID.randomUUID());
        LedgerPosition end = record(Change.of(Change.Kind.CREATED, other, List.of(), Instant.EPOCH));
        compact();
        List<Change> left = after(start.seq());
        assertThat(left).extracting(Change::subject).containsExactly(story, other);
        assertThat(left.get(0).kind()).isEqualTo(Change.Kind.CREATED);
        assertThat(left.get(0).touched()).containsExactly(story, putin, ukraine);
        assertThat(left.get(0).formerSlugs()).containsExactlyInAnyOrder("first-slug", "second-slug");
        assertThat(has(end)).isTrue();
        assertThat(has(second)).as("a position whose change is compacted").isTrue();
        assertThat(has(new LedgerPosition(second.seq(), second.at().plusSeconds(1))))
                .as("of another ledger")
                .isFalse();
        assertThat(has(new LedgerPosition(end.seq() + 1, end.at())))
                .as("ahead of the ledger")
                .isFalse();
        assertThat(has(new LedgerPosition(0, Instant.EPOCH))).isTrue();
    }

    /** The last one has the number from which later ones count. */
    @Test
    void oldPrivateInvalidationsAreRemovedButTheLast() {
        long first = QuarkusTransaction.requiringNew().call(PrivateInvalidation::last);
        for (int i = 0; i < 3; i++) {
            QuarkusTransaction.requiringNew().run(() -> Ledger.invalidatePrivately(List.of(story, putin)));
        }
        compactor.removePrivate(Instant.EPOCH);
        assertThat(privately(first))
                .extracting(PrivateInvalidation::seq)
                .containsExactly(first + 1, first + 2, first + 3);
        compactor.removePrivate(FUTURE);
        assertThat(privately(first)).containsExactly(new PrivateInvalidation(first + 3, List.of(story, putin)));
    }

    @Test
    void privateInvalidationsGetNoNumberInTheLedger() {
        LedgerPosition start = position();
        QuarkusTransaction.requiringNew().run(() -> Ledger.invalidatePrivately(List.of(story)));
        assertThat(position()).isEqualTo(start);
    }

    private static List<PrivateInvalidation> privately(long after) {
        return QuarkusTransaction.requiringNew().call(() -> PrivateInvalidation.after(after, 10));
    }

    /** The other ledger is that of a database of which an older copy was restored: it has given the number to another change. */
    @Test
    void positionOfAnotherLedgerIsNotKnownAfterItsChangeIsCompacted() {
        record(Change.of(Change.Kind.CREATED, story, List.of(), later(2)));
        LedgerPosition second = record(Change.of(Change.Kind.UPDATED, story, List.of(), later(2)));
        record(Change.of(Change.Kind.UPDATED, story, List.of(), later(2)));
        LedgerPosition other = new LedgerPosition(second.seq(), second.at().minus(1, ChronoUnit.MICROS));
        assertThat(has(other)).isFalse();
        compact();
        assertThat(has(second)).isTrue();
        assertThat(has(other))
                .as("a time between those of the changes that are left")
                .isFalse();
    }

    @Test
    void timesOfCompactedChangesAreForgottenButTheLast() {
        LedgerPosition first = record(Change.of(Change.Kind.CREATED, story, List.of(), Instant.EPOCH));
        LedgerPosition second = record(Change.of(Change.Kind.UPDATED, story, List.of(), Instant.EPOCH));
        LedgerPosition third = record(Change.of(Change.Kind.UPDATED, story, List.of(), Instant.EPOCH));
        compact();
        boolean more = true;
        while (more) {
            more = compactor.forgetTimes(FUTURE);
        }
        assertThat(has(first)).isFalse();
        assertThat(has(second)).as("it was the end of the ledger before").isTrue();
        assertThat(has(third)).isTrue();
    }

    /** The time of the end of the ledger and a little. */
    private static Instant later(int micros) {
        return position().at().plus(micros, ChronoUnit.MICROS);
    }

    @Test
    void removalStaysUntilItsRetentionEnds() {
        LedgerPosition start = position();
        record(Change.of(Change.Kind.CREATED, story, List.of(), Instant.EPOCH));
        record(Change.of(Change.Kind.WITHDRAWN, story, List.of(putin), Instant.EPOCH)
                .because("legal"));
        LedgerPosition back = record(Change.of(Change.Kind.CREATED, story, List.of(), Instant.EPOCH));
        compact();
        assertThat(after(start.seq()))
                .extracting(Change::kind)
                .as("feeds name a removal, even of an article that came back")
                .containsExactly(Change.Kind.WITHDRAWN, Change.Kind.CREATED);
        record(Change.of(Change.Kind.DELETED, story, List.of(), Instant.EPOCH));
        compact();
        assertThat(after(back.seq())).extracting(Change::kind).containsExactly(Change.Kind.DELETED);
        assertThat(has(back)).isTrue();
        compactor.prune(FUTURE);
        assertThat(after(start.seq())).isEmpty();
        assertThat(has(back)).as("a position that never hears of a removal").isFalse();
        assertThat(pruned()).isEqualTo(position().seq());
    }

    /** The article had the tag until shortly before, so the feed of the tag may have been read with it. */
    @Test
    void compactedRemovalIsThatOfEarlierTagsTooUntilItIsPruned() {
        record(Change.of(Change.Kind.CREATED, story, List.of(putin), Instant.EPOCH));
        record(Change.of(Change.Kind.UPDATED, story, List.of(ukraine), Instant.EPOCH));
        record(Change.of(Change.Kind.WITHDRAWN, story, List.of(ukraine), Instant.EPOCH));
        assertThat(removals(putin)).isZero();
        assertThat(removals(ukraine)).isOne();
        compact();
        assertThat(removals(putin)).isOne();
        assertThat(removals(ukraine)).isOne();
        compactor.prune(FUTURE);
        assertThat(removals(putin)).isZero();
        assertThat(removals(ukraine)).isZero();
    }

    private static int removals(Subject tag) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Ledger.removals(tag, Instant.EPOCH, 10))
                .size();
    }

    @Test
    void slugsFromBeforeARemovalOutliveIt() {
        record(Change.of(Change.Kind.MOVED, story, List.of(putin, Subject.UNLISTED), Instant.EPOCH)
                .shownAs("second-slug", 1)
                .formerly(List.of("first-slug")));
        record(Change.of(Change.Kind.WITHDRAWN, story, List.of(), Instant.EPOCH).because("legal"));
        compact();
        LedgerPosition start = position();
        record(Change.of(Change.Kind.CREATED, story, List.of(), Instant.EPOCH).shownAs("second-slug", 2));
        compact();
        compactor.prune(FUTURE);
        Change left = after(start.seq()).get(0);
        assertThat(left.formerSlugs()).containsExactly("first-slug");
        assertThat(left.touched()).as("a page of the site once").containsExactly(story, putin);
    }

    private void compact() {
        boolean more = true;
        while (more) {
            more = compactor.compact(FUTURE);
        }
    }

    private static long pruned() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Sql.of("select pruned from ledger_compaction")
                        .first(Row::number)
                        .orElseThrow());
    }

    private static LedgerPosition record(Change change) {
        QuarkusTransaction.requiringNew().run(() -> Ledger.record(change));
        return position();
    }

    private static LedgerPosition position() {
        return QuarkusTransaction.requiringNew().call(() -> Ledger.head().position());
    }

    private static boolean has(LedgerPosition position) {
        return QuarkusTransaction.requiringNew().call(() -> LedgerEnds.know(position));
    }

    private static List<Change> after(long seq) {
        return QuarkusTransaction.requiringNew().call(() -> Ledger.after(seq, 100));
    }
}
