/** What stands in a list: decided by a pure function over a revision, the candidates and the time. */
@NullMarked
package press.gazette.curation.resolution;

import org.jspecify.annotations.NullMarked;
