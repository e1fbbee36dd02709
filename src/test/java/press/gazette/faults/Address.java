package press.gazette.faults;

import java.net.URI;

/** Where requests can be sent: a node, its operators' port, a proxy. */
interface Address {

    /** Where a path is there. */
    URI at(String path);
}
