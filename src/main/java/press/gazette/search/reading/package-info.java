/** Search for readers: the ranked articles of a question, suggestions while it is typed. */
@NullMarked
package press.gazette.search.reading;

import org.jspecify.annotations.NullMarked;
