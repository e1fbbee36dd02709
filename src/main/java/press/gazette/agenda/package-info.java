/** The plans of the newsroom in the order of time: publications and ends that time alone brings. */
@NullMarked
package press.gazette.agenda;

import org.jspecify.annotations.NullMarked;
