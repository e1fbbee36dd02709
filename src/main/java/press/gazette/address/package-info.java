/** How things are addressed: each public thing by its id for ever and by its current slug. */
@NullMarked
package press.gazette.address;

import org.jspecify.annotations.NullMarked;
