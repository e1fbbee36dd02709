package press.gazette.tag;

import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.SessionFactory;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.spi.SessionFactoryImplementor;

import press.gazette.address.Ref;
import press.gazette.problem.Problem;

/**
 * The lock on all tags together. Writers of tags hold it alone: two of them who each put one tag below another could
 * otherwise close a circle that neither of them sees. Writers of articles and lists, which name tags, hold it together: no
 * tag is renamed, merged or removed while they do.
 *
 * <p>It is the first lock of a transaction. On PostgreSQL it is an advisory lock, because waiting for one is fair: row locks
 * let new sharers pass a writer that waits. On H2 only writers of tags take it, since a row there is locked by one
 * transaction alone; what that lets pass ends as a collision, which {@code desk.Committing} does anew.
 */
@Entity
@Table(name = "vocabulary")
public class VocabularyLock extends PanacheEntityBase {

    private static final int ONLY = 1;

    /** Names the lock among all advisory locks of the database: "gztags" in ASCII. */
    private static final long ADVISORY = 0x677a_7461_6773L;

    @Id
    @SuppressWarnings("UnusedVariable") // the row is there to be locked
    private int id;

    protected VocabularyLock() {}

    /** Keeps all tags as they are until the transaction ends, together with others who ask for the same. */
    public static void share() {
        advise("pg_advisory_xact_lock_shared");
    }

    /** Keeps all others from writing tags, and from writing what names them, until the transaction ends. */
    public static void lock() {
        // The row too: nodes of the release before know no other lock.
        findById(ONLY, LockModeType.PESSIMISTIC_WRITE);
        advise("pg_advisory_xact_lock");
    }

    /** The tag of that id, slug or old slug, kept from all other writers until the transaction ends. */
    public static Tag locked(Ref ref) {
        lock();
        Optional<Tag> tag = Tag.atDesk(ref);
        tag.ifPresent(found -> Tag.getEntityManager().refresh(found, LockModeType.PESSIMISTIC_WRITE));
        return tag.orElseThrow(() -> Problem.notFound("tag"));
    }

    private static void advise(String function) {
        if (isPostgresql()) {
            // The count makes a row of what would be void.
            Panache.getSession(VocabularyLock.class)
                    .createNativeQuery("select count(*) from " + function + "(:lock)", Long.class)
                    .setParameter("lock", ADVISORY)
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
