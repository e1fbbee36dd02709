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
 * When a subject was last touched. The ledger has it too, but only to those who read all of it. It is written under the lock
 * on the head, so it is in the order of the commits and part of no deadlock.
 */
@Entity
class LastChange extends PanacheEntityBase {

    /** The row of the beginning: what has no row of its own has not changed since. */
    private static final String BEGINNING = "-";

    /** How many are written in one statement. */
    private static final int BATCH = 100;

    @Id
    private String subject;

    @Column(nullable = false)
    private long seq;

    @Column(nullable = false)
    private Instant at;

    protected LastChange() {}

    /** When any of these was last touched. */
    static Position of(Collection<Subject> subjects) {
        List<String> names = Stream.concat(subjects.stream().map(Subject::name), Stream.of(BEGINNING))
                .toList();
        return Panache.getSession(LastChange.class)
                .createSelectionQuery(
                        "select max(c.seq), max(c.at) from LastChange c where c.subject in :names", Position.class)
                .setParameter("names", names)
                .getSingleResult();
    }

    /** Takes note of what changes have touched, now that they have their numbers; the last of them is the newest. */
    static void note(List<Change> changes, EntityManager entities) {
        Position newest = new Position(
                changes.get(changes.size() - 1).seq(),
                changes.get(changes.size() - 1).at());
        List<String> names = new ArrayList<>(changes.stream()
                .flatMap(change -> change.touched().stream())
                .filter(subject -> !subject.isArticle())
                .map(Subject::name)
                .collect(Collectors.toCollection(TreeSet::new)));
        for (int from = 0; from < names.size(); from += BATCH) {
            note(names.subList(from, Math.min(names.size(), from + BATCH)), newest, entities);
        }
    }

    private static void note(List<String> names, Position newest, EntityManager entities) {
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
