package press.gazette.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.Query;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/**
 * The last change to each subject, as an index of the ledger. It is written under the lock on the head, so it is in the
 * order of the commits and part of no deadlock.
 */
@Entity
class LastChange extends PanacheEntityBase {

    /** The row of the beginning: a subject without a row has not changed since. */
    private static final String BEGINNING = "-";

    /** The number of rows in one statement. */
    private static final int BATCH = 100;

    @Id
    private String subject;

    @Column(nullable = false)
    private long seq;

    @Column(nullable = false)
    private Instant at;

    protected LastChange() {}

    /** The latest change to any of these subjects. */
    static LedgerPosition of(Collection<Subject> subjects) {
        List<String> names = Stream.concat(subjects.stream().map(Subject::name), Stream.of(BEGINNING))
                .toList();
        return Panache.getSession(LastChange.class)
                .createSelectionQuery(
                        "select max(c.seq), max(c.at) from LastChange c where c.subject in :names",
                        LedgerPosition.class)
                .setParameter("names", names)
                .getSingleResult();
    }

    /** Updates the subjects of changes that have just been numbered. The last change is the newest. */
    static void update(List<Change> changes, EntityManager entities) {
        LedgerPosition newest = new LedgerPosition(
                changes.get(changes.size() - 1).seq(),
                changes.get(changes.size() - 1).at());
        List<String> names = new ArrayList<>(changes.stream()
                .flatMap(change -> change.touched().stream())
                .filter(subject -> subject.kind() != Subject.Kind.ARTICLE)
                .map(Subject::name)
                .collect(Collectors.toCollection(TreeSet::new)));
        for (int from = 0; from < names.size(); from += BATCH) {
            update(names.subList(from, Math.min(names.size(), from + BATCH)), newest, entities);
        }
    }

    private static void update(List<String> names, LedgerPosition newest, EntityManager entities) {
        String rows = IntStream.range(0, names.size())
                .mapToObj(i -> "(:s" + i + ", :seq, :at)")
                .collect(Collectors.joining(", "));
        Query upsert = entities.createQuery("insert into LastChange (subject, seq, at) values " + rows
                        + " on conflict (subject) do update set seq = excluded.seq, at = excluded.at")
                .setParameter("seq", newest.seq())
                .setParameter("at", newest.at());
        for (int i = 0; i < names.size(); i++) {
            upsert.setParameter("s" + i, names.get(i));
        }
        upsert.executeUpdate();
    }
}
