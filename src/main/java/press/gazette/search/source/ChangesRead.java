package press.gazette.search.source;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.quarkus.narayana.jta.QuarkusTransaction;

import press.gazette.change.Invalidation;
import press.gazette.change.Ledger;
import press.gazette.change.LedgerPosition;
import press.gazette.change.Subject;
import press.gazette.change.compaction.LedgerEnds;
import press.gazette.database.Row;
import press.gazette.database.Sql;

/**
 * Changes of the ledger with the articles and tags that they are of.
 *
 * @param changes their number; {@link #BATCH} if there may be more
 * @param position behind the last of them
 * @param rows the public articles among them
 * @param gone the articles among them that are not public, or cannot be indexed
 * @param tags whose names may have changed
 * @param legal true if an article was withdrawn for legal reasons
 */
public record ChangesRead(
        int changes,
        LedgerPosition position,
        ArticleRows.Selection rows,
        Set<UUID> gone,
        Set<UUID> tags,
        boolean legal) {

    /** Changes, or articles, of one step: the bodies of its articles are in memory at once. */
    public static final int BATCH = 100;

    public static ChangesRead after(long seq, Clock clock) {
        Optional<ChangesRead> read = Optional.empty();
        while (read.isEmpty()) {
            // Empty: the compaction has just removed the last of them, in favour of a later one.
            read = QuarkusTransaction.requiringNew().call(() -> read(seq, clock));
        }
        return read.get();
    }

    private static Optional<ChangesRead> read(long seq, Clock clock) {
        List<Invalidation> changes = Ledger.invalidationsAfter(seq, BATCH);
        if (changes.isEmpty()) {
            return Optional.of(new ChangesRead(
                    0,
                    new LedgerPosition(seq, clock.instant()),
                    ArticleRows.of(Set.of(), clock.instant()),
                    Set.of(),
                    Set.of(),
                    false));
        }
        Optional<LedgerPosition> behind =
                Ledger.behind(changes.get(changes.size() - 1).seq());
        Set<UUID> articles = subjects(changes, Subject.Kind.ARTICLE);
        ArticleRows.Selection rows = ArticleRows.of(articles, clock.instant());
        Set<UUID> gone =
                articles.stream().filter(id -> !rows.ids().contains(id)).collect(Collectors.toSet());
        return behind.map(position -> new ChangesRead(
                changes.size(),
                position,
                rows,
                gone,
                subjects(changes, Subject.Kind.TAG),
                ArticleRows.haveLegalWithdrawal(gone)));
    }

    /** The things that the changes are of, without those that they merely touch. */
    private static Set<UUID> subjects(List<Invalidation> changes, Subject.Kind kind) {
        return changes.stream()
                .map(change -> change.subjects().get(0))
                .filter(subject -> subject.kind() == kind)
                .map(Subject::id)
                .collect(Collectors.toSet());
    }

    /** True if the ledger has this very change, and those behind it: the database is not an older copy, nor its ledger cut. */
    public static boolean isInLedger(LedgerPosition position) {
        return QuarkusTransaction.requiringNew().call(() -> LedgerEnds.know(position));
    }

    /** The identity of the database, drawn once. */
    public static UUID database() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Sql.of("select d.identity from database_identity d where d.id = 1")
                        .first(Row::uuid)
                        .orElseThrow());
    }
}
