/** The shared world of the tests: the sample newsroom, clients, server profiles, and PostgreSQL. */
@NullMarked
package press.gazette.newsroom;

import org.jspecify.annotations.NullMarked;
