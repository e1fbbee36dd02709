package press.gazette.delivery;

import java.util.Optional;
import java.util.function.Supplier;

import org.jboss.resteasy.reactive.RestResponse;

/**
 * A resource whose commonest reads are called without REST, which costs as much as the read itself. Both ways call the same
 * method, so content, headers and problems are the same.
 */
public interface DirectRead {

    /**
     * The read for a GET without query parameters.
     *
     * @param path normalised, such as {@code /v1/articles/gas-contract-averil}
     * @return empty if the resource has no direct read at this path
     */
    Optional<Supplier<? extends RestResponse<?>>> at(String path);

    /** The one segment behind the beginning of a path; empty if the path begins differently, or has none or several. */
    static Optional<String> segment(String path, String beginning) {
        return path.startsWith(beginning)
                        && path.length() > beginning.length()
                        && path.indexOf('/', beginning.length()) < 0
                ? Optional.of(path.substring(beginning.length()))
                : Optional.empty();
    }
}
