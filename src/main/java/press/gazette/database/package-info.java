/**
 * Whether the database answers. What waits for one that is away is told at once, what is asked of it meanwhile is not begun,
 * and when it is back everything goes on by itself.
 */
@NullMarked
package press.gazette.database;

import org.jspecify.annotations.NullMarked;
