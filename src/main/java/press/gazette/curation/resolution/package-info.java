/** The resolution of a list: a pure function of a revision, the candidates and the time. */
@NullMarked
package press.gazette.curation.resolution;

import org.jspecify.annotations.NullMarked;
