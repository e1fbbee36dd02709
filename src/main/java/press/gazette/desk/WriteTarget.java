package press.gazette.desk;

import java.util.function.BiConsumer;
import java.util.function.BiPredicate;

import io.quarkus.hibernate.orm.panache.Panache;

import press.gazette.change.Edit;
import press.gazette.change.Ledger;
import press.gazette.change.Versioned;
import press.gazette.desk.idempotency.Acknowledgement;
import press.gazette.problem.Problem;

/** The resource that a write will change. It is found and locked when the write begins. */
public final class WriteTarget<E extends Versioned> {

    private final Desk desk;
    private final DeskRef<E> address;

    WriteTarget(Desk desk, DeskRef<E> address) {
        this.desk = desk;
        this.address = address;
    }

    /** Changes it: 200. */
    public DeskWrite<E> write(WriteParameters how, BiConsumer<? super E, Edit> verb) {
        return put(how, (resource, edit) -> {
            verb.accept(resource, edit);
            return false;
        });
    }

    /** Adds a part to it, such as a correction to an article: 201. */
    public DeskWrite<E> add(WriteParameters how, BiConsumer<? super E, Edit> verb) {
        return put(how, (resource, edit) -> {
            verb.accept(resource, edit);
            return true;
        });
    }

    /**
     * Sets a part of it, such as the publication of an article: 201 if there was none, else 200 (RFC 9110 §9.3.4).
     *
     * @param verb returns true if there was none
     */
    public DeskWrite<E> put(WriteParameters how, BiPredicate<? super E, Edit> verb) {
        return new DeskWrite<>(desk, how, () -> {
            IfMatch condition = IfMatch.parse(how.ifMatch());
            return () -> {
                E resource = address.locked();
                Edit edit = desk.edit();
                boolean isNew = condition.holds(resource)
                        ? verb.test(resource, edit)
                        : unlessChanged(condition, resource, edit, verb);
                int status = isNew ? Acknowledgement.CREATED : Acknowledgement.OK;
                return new DeskWrite.Written<>(status, null, resource, edit);
            };
        });
    }

    /**
     * Runs the verb although the version does not match, and rejects it unless it changes nothing: then the client's
     * result exists already, such as that of its own first request (RFC 9110 §13.1.1).
     */
    private static <E extends Versioned> boolean unlessChanged(
            IfMatch condition, E resource, Edit edit, BiPredicate<? super E, Edit> verb) {
        Problem refusal = condition.refusal(resource);
        int version = resource.version();
        boolean isNew;
        try {
            isNew = verb.test(resource, edit);
            Panache.getEntityManager().flush();
        } catch (Problem other) {
            throw refusal;
        }
        if (resource.version() != version || Ledger.hasChanges()) {
            throw refusal;
        }
        return isNew;
    }

    /** Removes it for good: 204. */
    public DeskWrite<E> remove(WriteParameters how, BiConsumer<? super E, Edit> verb) {
        return new DeskWrite<>(desk, how, () -> {
            IfMatch condition = IfMatch.parse(how.ifMatch());
            return () -> {
                E resource = address.locked();
                condition.require(resource);
                Edit edit = desk.edit();
                verb.accept(resource, edit);
                return new DeskWrite.Written<>(Acknowledgement.NO_CONTENT, null, resource, edit);
            };
        });
    }
}
