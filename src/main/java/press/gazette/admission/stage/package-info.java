/** The filters of a request and their order. */
@NullMarked
package press.gazette.admission.stage;

import org.jspecify.annotations.NullMarked;
