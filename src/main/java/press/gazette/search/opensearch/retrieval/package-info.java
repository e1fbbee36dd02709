/** Questions on OpenSearch: the words it knows, queries, filters, facets and corrections. */
@NullMarked
package press.gazette.search.opensearch.retrieval;

import org.jspecify.annotations.NullMarked;
