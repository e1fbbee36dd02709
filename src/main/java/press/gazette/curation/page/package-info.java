/** Pages as editors keep them. */
@NullMarked
package press.gazette.curation.page;

import org.jspecify.annotations.NullMarked;
