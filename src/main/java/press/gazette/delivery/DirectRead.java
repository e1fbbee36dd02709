package press.gazette.delivery;

import java.util.Optional;
import java.util.function.Supplier;

import org.jboss.resteasy.reactive.RestResponse;

/**
 * A resource whose commonest reads are called without REST in between, which costs as much as the read itself. What it
 * answers there and what REST would have it answer is one method, so both have the same content, headers and problems.
 */
public interface DirectRead {

    /**
     * The method that answers a GET without query parameters.
     *
     * @param path normalised, such as {@code /v1/articles/gas-contract-averil}
     * @return empty: the resource has no such read
     */
    Optional<Supplier<? extends RestResponse<?>>> at(String path);

    /** The last segment of a path that begins so; empty: it begins otherwise, ends there or has further segments. */
    static Optional<String> segment(String path, String beginning) {
        return path.startsWith(beginning)
                        && path.length() > beginning.length()
                        && path.indexOf('/', beginning.length()) < 0
                ? Optional.of(path.substring(beginning.length()))
                : Optional.empty();
    }
}
