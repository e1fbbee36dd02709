/** The site document for editors: the working draft, publication, schedule. */
@NullMarked
package press.gazette.site.desk;

import org.jspecify.annotations.NullMarked;
