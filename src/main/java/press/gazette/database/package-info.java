/**
 * Whether the database answers. What waits for one that is away is told at once, what is asked of it meanwhile is not begun,
 * and when it is back everything goes on by itself. The same holds for a database that can only be read, because its disk is
 * full. Migrations of the embedded file are here, too.
 */
@NullMarked
package press.gazette.database;

import org.jspecify.annotations.NullMarked;
