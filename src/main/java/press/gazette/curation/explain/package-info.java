/** Why a list or a page looks as it does, did or will: the resolution at any time, with what it dropped. For the desk only. */
@NullMarked
package press.gazette.curation.explain;

import org.jspecify.annotations.NullMarked;
