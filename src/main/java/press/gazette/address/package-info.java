/** The addresses of objects, by id for ever and by current slug; the check of request targets. */
@NullMarked
package press.gazette.address;

import org.jspecify.annotations.NullMarked;
