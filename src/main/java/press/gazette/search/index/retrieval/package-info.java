/** Questions on one state of the index: matches, scores, facets, corrections and highlights. */
@NullMarked
package press.gazette.search.index.retrieval;

import org.jspecify.annotations.NullMarked;
