/** The history of a list: revisions, comparison, publications, restoration. */
@NullMarked
package press.gazette.curation.revision;

import org.jspecify.annotations.NullMarked;
