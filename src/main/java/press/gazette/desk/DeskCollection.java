package press.gazette.desk;

import java.util.function.Function;

import press.gazette.change.Versioned;

/**
 * A collection that new resources are added to.
 *
 * @param path of the collection, from the root
 * @param key the last segment of a resource's path
 * @param lock taken before a new resource is created and dated
 */
public record DeskCollection<E extends Versioned>(String path, Function<E, Object> key, Runnable lock) {

    /** For collections that need no lock. */
    public static final Runnable NO_LOCK = () -> {};

    String of(E resource) {
        return path + "/" + key.apply(resource);
    }
}
