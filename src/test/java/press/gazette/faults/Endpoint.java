package press.gazette.faults;

import java.net.URI;

/** A server that requests can be sent to: a node, its management port, a proxy. */
interface Endpoint {

    /** The URL of a path. */
    URI at(String path);
}
