/** Requests to OpenSearch: their deadlines, their failures, and the pause after several of them. */
@NullMarked
package press.gazette.search.opensearch.cluster;

import org.jspecify.annotations.NullMarked;
