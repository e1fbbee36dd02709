/** Questions as queries of an engine: which words an article must have, and how much each counts. Both engines share it. */
@NullMarked
package press.gazette.search.question;

import org.jspecify.annotations.NullMarked;
