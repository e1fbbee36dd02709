/** The site document as editors send it: with slugs, keys or ids, checked without the database. */
@NullMarked
package press.gazette.site.draft;

import org.jspecify.annotations.NullMarked;
