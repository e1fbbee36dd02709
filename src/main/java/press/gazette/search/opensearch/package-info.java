/** The index of public articles on OpenSearch, which all nodes share: one node moves it on, and takes it over from a dead one. */
@NullMarked
package press.gazette.search.opensearch;

import org.jspecify.annotations.NullMarked;
