package press.gazette.delivery;

import java.util.Collection;
import java.util.Optional;

/** Finds addresses with the content of a response in a different format. */
public interface AlternateLinks {

    /**
     * The value of the header Link for a response 200; empty if there is no such address.
     *
     * @param path of the request, normalised
     * @param parameters the names of the parameters of the request
     */
    Optional<String> links(String path, Collection<String> parameters);
}
