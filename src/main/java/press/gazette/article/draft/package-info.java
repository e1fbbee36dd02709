/**
 * Drafts, as editors send them, and revisions, the immutable saves of an article. The latest revision is the working draft;
 * readers see the live revision until a publication puts the latest in its place. This package does not know the article.
 */
@NullMarked
package press.gazette.article.draft;

import org.jspecify.annotations.NullMarked;
