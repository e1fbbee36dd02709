/** Writes bodies as plain text. */
@NullMarked
package press.gazette.body.text;

import org.jspecify.annotations.NullMarked;
