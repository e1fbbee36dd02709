/**
 * What editors write: drafts as they come in, and each save of an article as a revision that never changes. The latest
 * revision is the working draft; what readers see is the live one, until a publication puts the latest in its place.
 */
@NullMarked
package press.gazette.article.draft;

import org.jspecify.annotations.NullMarked;
