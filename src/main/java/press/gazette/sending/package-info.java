/**
 * Requests to external servers. A sender claims its work in one transaction, sends outside of any, and records the
 * outcome in another: a receiver that hangs holds no lock and no database connection.
 */
@NullMarked
package press.gazette.sending;

import org.jspecify.annotations.NullMarked;
