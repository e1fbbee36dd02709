/** Articles as documents of the index: fields, values, and the length of texts. */
@NullMarked
package press.gazette.search.index.document;

import org.jspecify.annotations.NullMarked;
