/** The audit log: a record of each write at the desk, stored in the transaction of the write. */
@NullMarked
package press.gazette.desk.audit;

import org.jspecify.annotations.NullMarked;
