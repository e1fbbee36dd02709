/**
 * Tests of faults: packaged servers in processes of their own, killed and raced, on an H2 file and on PostgreSQL. They
 * run after packaging, in {@code ./mvnw verify}.
 */
@NullMarked
package press.gazette.faults;

import org.jspecify.annotations.NullMarked;
