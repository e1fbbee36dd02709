package press.gazette.desk;

import press.gazette.change.Versioned;
import press.gazette.problem.Problem;

/**
 * The reference to a resource of the desk, from the path or from an operation of a batch. JAX-RS creates it by its
 * constructor, which accepts any text; the text is parsed when the reference is used.
 */
@FunctionalInterface
public interface DeskRef<E extends Versioned> {

    /**
     * Rejects a text that cannot be a reference, before anything else of the request is checked. By default
     * {@link #locked} does.
     */
    default void check() {}

    /**
     * Finds the resource and locks it until the transaction ends, after the locks that must be taken first.
     *
     * @throws Problem {@code not-found}
     */
    E locked();
}
