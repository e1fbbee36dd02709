/**
 * Keyset paging: each page costs as much as the first one. A {@link press.gazette.paging.Limit} bounds it, a {@link
 * press.gazette.paging.Cursor} marks where the page before ended.
 */
@NullMarked
package press.gazette.paging;

import org.jspecify.annotations.NullMarked;
