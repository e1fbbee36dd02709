/** The resolution of a list or a page at any time, with the candidates that it dropped. For the desk only. */
@NullMarked
package press.gazette.curation.explain;

import org.jspecify.annotations.NullMarked;
