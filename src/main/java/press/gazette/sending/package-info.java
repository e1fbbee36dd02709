/**
 * Requests to other people's servers. Whatever sends claims its work in one transaction, sends outside of any, and records the
 * outcome in another one: a receiver that hangs holds no lock and no connection of the database.
 */
@NullMarked
package press.gazette.sending;

import org.jspecify.annotations.NullMarked;
