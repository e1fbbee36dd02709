/**
 * Pages of any depth at the price of the first: a {@link press.gazette.paging.Limit} bounds each, a
 * {@link press.gazette.paging.Cursor} remembers where the last one ended.
 */
@NullMarked
package press.gazette.paging;

import org.jspecify.annotations.NullMarked;
