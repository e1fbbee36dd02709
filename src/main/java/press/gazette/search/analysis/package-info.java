/** Texts as words of the index: exact but folded, and stemmed by language. Stock filters of Lucene, the same for every engine, whose own analysis is not used. */
@NullMarked
package press.gazette.search.analysis;

import org.jspecify.annotations.NullMarked;
