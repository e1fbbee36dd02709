/** Gazette: a headless content API for newsrooms. docs/architecture.md says where to start reading. */
@NullMarked
package press.gazette;

import org.jspecify.annotations.NullMarked;
