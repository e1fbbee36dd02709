/** Lists for editors: settings, entries, order, publication, schedule. */
@NullMarked
package press.gazette.curation.desk;

import org.jspecify.annotations.NullMarked;
