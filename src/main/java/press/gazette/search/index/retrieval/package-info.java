/** Articles as documents of the index, and questions on one state of it. */
@NullMarked
package press.gazette.search.index.retrieval;

import org.jspecify.annotations.NullMarked;
