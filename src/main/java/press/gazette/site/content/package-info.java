/** The site document as revisions store it: tags, pages, lists and articles by their ids. */
@NullMarked
package press.gazette.site.content;

import org.jspecify.annotations.NullMarked;
