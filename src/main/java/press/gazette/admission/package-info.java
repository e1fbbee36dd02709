/** The checks of a request before its resource is called: address, head, content, method, parameters. */
@NullMarked
package press.gazette.admission;

import org.jspecify.annotations.NullMarked;
