package press.gazette.change;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.hibernate.Session;

import press.gazette.database.Sql;

/**
 * An article of listings that was public and was withdrawn or deleted. It may be public again. The table of removals is an index of
 * the ledger by the listings that have feeds: that of all articles and those of tags. Its rows end with the change.
 *
 * @param at when it was removed
 */
public record Removal(UUID article, Instant at) {

    /** A removal that is known already stays: the compaction adds those of further tags. */
    private static final String STORED = """
            insert into removal (seq, subject, article_id, at)
            select c.seq, cast(? as varchar(120)), cast(? as uuid), c.at from change c
            where c.seq = ? and not exists (select 1 from removal r where r.seq = ? and r.subject = ?)""";

    /** As in {@link Ledger#removals}. */
    static List<Removal> of(Subject touched, Instant since, int most) {
        Map<UUID, Removal> latest = new LinkedHashMap<>();
        statement(touched, since, most)
                .rows(row -> new Removal(row.uuid(), row.instant()))
                .forEach(removal -> latest.putIfAbsent(removal.article(), removal));
        return latest.values().stream().limit(most).toList();
    }

    /** An article may have been removed twice. */
    static Sql statement(Subject touched, Instant since, int most) {
        return Sql.of(
                "select r.article_id, r.at from removal r where r.subject = ? and r.at > ?"
                        + " order by r.subject desc, r.at desc, r.seq desc limit " + 2 * most,
                touched.name(),
                since);
    }

    /** Stores the removals among changes that the ledger has. */
    static void store(Collection<Change> changes, Session session) {
        List<Change> removals =
                changes.stream().filter(change -> change.kind().isRemoval()).toList();
        if (removals.isEmpty()) {
            return;
        }
        session.doWork(connection -> {
            try (PreparedStatement stored = connection.prepareStatement(STORED)) {
                for (Change removal : removals) {
                    add(stored, removal.seq(), removal.subject(), removal.touched());
                }
                stored.executeBatch();
            }
        });
    }

    /**
     * Stores a removal that the ledger has, in each listing that had the article.
     *
     * @param touched the names of all subjects of the change, separated by blanks
     */
    public static void store(long seq, String subject, String touched, Connection connection) throws SQLException {
        try (PreparedStatement stored = connection.prepareStatement(STORED)) {
            add(stored, seq, Subject.parse(subject), Change.subjects(touched));
            stored.executeBatch();
        }
    }

    /** Stores the removals of a whole ledger that came from another database. */
    public static void storeAll(Connection connection) throws SQLException {
        try (PreparedStatement changes = connection.prepareStatement("""
                        select c.seq, c.subject, c.touched from change c
                        where c.kind in ('withdrawn', 'deleted') and c.subject like 'article:%'""");
                ResultSet rows = changes.executeQuery()) {
            while (rows.next()) {
                store(rows.getLong(1), rows.getString(2), rows.getString(3), connection);
            }
        }
    }

    private static void add(PreparedStatement stored, long seq, Subject subject, List<Subject> touched)
            throws SQLException {
        if (subject.kind() != Subject.Kind.ARTICLE || touched.contains(Subject.UNLISTED)) {
            return;
        }
        for (Subject listing : touched) {
            if (listing.kind() == Subject.Kind.ARTICLES || listing.kind() == Subject.Kind.TAG) {
                Object[] values = {listing.name(), subject.id(), seq, seq, listing.name()};
                for (int i = 0; i < values.length; i++) {
                    stored.setObject(i + 1, values[i]);
                }
                stored.addBatch();
            }
        }
    }
}
