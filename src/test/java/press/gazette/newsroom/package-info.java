/** The named world that tests share: the sample newsroom, and the PostgreSQL that the second half of the tests runs on. */
@NullMarked
package press.gazette.newsroom;

import org.jspecify.annotations.NullMarked;
