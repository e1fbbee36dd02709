package press.gazette.tag;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import jakarta.transaction.TransactionSynchronizationRegistry;

import io.quarkus.arc.Arc;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.SessionFactory;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.query.QueryFlushMode;

import press.gazette.address.Ref;
import press.gazette.problem.Problem;

/**
 * The lock on all tags together. Writers of tags hold it alone: two writers who each put one tag below another could otherwise
 * close a cycle that neither of them sees. Writers of articles and lists, which name tags, share it: no tag is renamed, merged
 * or removed while they hold it.
 *
 * <p>It is the first lock of a transaction. On PostgreSQL it is an advisory lock, because waiting for one is fair: with row locks,
 * new sharers pass a waiting writer. On H2, where a row is locked by one transaction alone, only writers of tags take it;
 * conflicts that it does not prevent there end as collisions, which {@code desk.WriteTransaction} retries.
 */
@Entity
@Table(name = "vocabulary")
public class VocabularyLock extends PanacheEntityBase {

    private static final int ONLY = 1;

    /** The mark of a transaction that shares the lock. */
    private static final Object SHARED = new Object();

    /** The number of the advisory lock: "gztags" in ASCII. */
    private static final long ADVISORY = 0x677a_7461_6773L;

    @Id
    @SuppressWarnings("UnusedVariable") // the row is there to be locked
    private int id;

    protected VocabularyLock() {}

    /** Shares the lock until the transaction ends. A second call in a transaction sends no statement. */
    public static void share() {
        TransactionSynchronizationRegistry transaction = Arc.container()
                .instance(TransactionSynchronizationRegistry.class)
                .get();
        if (transaction.getResource(SHARED) == null) {
            advise("pg_advisory_xact_lock_shared");
            transaction.putResource(SHARED, true);
        }
    }

    /** Takes the lock alone until the transaction ends. */
    public static void lock() {
        // Nodes of the previous release know only the lock on the row.
        findById(ONLY, LockModeType.PESSIMISTIC_WRITE);
        advise("pg_advisory_xact_lock");
    }

    /** Takes the lock alone for a transaction without a session, until it ends. */
    public static void lock(Connection connection) throws SQLException {
        boolean isPostgresql = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        try (Statement statement = connection.createStatement()) {
            statement.execute("select id from vocabulary where id = " + ONLY + " for update");
            if (isPostgresql) {
                statement.execute("select count(*) from pg_advisory_xact_lock(" + ADVISORY + ")");
            }
        }
    }

    /** Takes the lock alone and finds the tag as in {@link TagRef#atDesk}, locked until the transaction ends. */
    public static Tag locked(Ref ref) {
        lock();
        Optional<Tag> tag = TagRef.atDesk(ref);
        tag.ifPresent(found -> Tag.getEntityManager().refresh(found, LockModeType.PESSIMISTIC_WRITE));
        return tag.orElseThrow(() -> Problem.notFound("tag"));
    }

    private static void advise(String function) {
        if (isPostgresql()) {
            // The functions return void; count makes a row with a number.
            Panache.getSession(VocabularyLock.class)
                    .createNativeQuery("select count(*) from " + function + "(:lock)", Long.class)
                    .setParameter("lock", ADVISORY)
                    .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                    .getSingleResult();
        }
    }

    private static boolean isPostgresql() {
        SessionFactory sessions = Panache.getSession(VocabularyLock.class).getSessionFactory();
        return sessions.unwrap(SessionFactoryImplementor.class)
                        .getJdbcServices()
                        .getDialect()
                instanceof PostgreSQLDialect;
    }
}
