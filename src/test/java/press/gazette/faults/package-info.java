/**
 * What happens when things break: the packaged server, in processes of its own, killed, doubled and raced, on a file of H2
 * and on PostgreSQL. These tests run after packaging, in {@code ./mvnw verify}.
 */
@NullMarked
package press.gazette.faults;

import org.jspecify.annotations.NullMarked;
