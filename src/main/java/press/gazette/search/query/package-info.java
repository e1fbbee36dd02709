/** Questions as readers ask them, and the terms on which an index is asked: free of HTTP and of any search engine. */
@NullMarked
package press.gazette.search.query;

import org.jspecify.annotations.NullMarked;
