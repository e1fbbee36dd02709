/** Reads and writes bodies as Markdown. */
@NullMarked
package press.gazette.body.markdown;

import org.jspecify.annotations.NullMarked;
