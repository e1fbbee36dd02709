/** Pages of lists for editors. */
@NullMarked
package press.gazette.curation.page;

import org.jspecify.annotations.NullMarked;
