/**
 * Lists as editors write them: settings and entries, checked for what is possible. The same records are what a revision
 * keeps, with ids in place of all slugs.
 */
@NullMarked
package press.gazette.curation.draft;

import org.jspecify.annotations.NullMarked;
