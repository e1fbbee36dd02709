/** Lists as editors send them: settings and entries with slugs, keys or ids, checked without the database. */
@NullMarked
package press.gazette.curation.draft;

import org.jspecify.annotations.NullMarked;
