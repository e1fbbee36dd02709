/** Texts as words of the index: exact but folded, and stemmed by language. Stock filters of Lucene, so that other engines can do the same. */
@NullMarked
package press.gazette.search.index.analysis;

import org.jspecify.annotations.NullMarked;
