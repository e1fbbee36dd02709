/** The history of the site document: revisions, comparison, restoration. */
@NullMarked
package press.gazette.site.revision;

import org.jspecify.annotations.NullMarked;
