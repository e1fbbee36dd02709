/** Whether a request may come in at all: its address, its head, its content, its method, its parameters. */
@NullMarked
package press.gazette.delivery.admission;

import org.jspecify.annotations.NullMarked;
