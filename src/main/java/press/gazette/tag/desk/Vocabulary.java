package press.gazette.tag.desk;

import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

import press.gazette.address.Ref;
import press.gazette.problem.Problem;
import press.gazette.tag.Tag;

/**
 * All tags together, one row. Whoever writes tags at the desk holds its lock until the commit: two writers who each put one
 * tag below another could otherwise close a circle that neither of them sees.
 */
@Entity
class Vocabulary extends PanacheEntityBase {

    private static final int ONLY = 1;

    @Id
    @SuppressWarnings("UnusedVariable") // the row is there to be locked
    private int id;

    protected Vocabulary() {}

    /** Keeps all others from writing tags at the desk until the transaction ends. */
    static void lock() {
        findById(ONLY, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The tag of that id, slug or old slug, kept from all other writers until the transaction ends. */
    static Tag locked(Ref ref) {
        lock();
        Optional<Tag> tag = Tag.atDesk(ref);
        tag.ifPresent(found -> Tag.getEntityManager().refresh(found, LockModeType.PESSIMISTIC_WRITE));
        return tag.orElseThrow(() -> Problem.notFound("tag"));
    }
}
