/** Gazette: a headless content API for newsrooms. docs/architecture.md tells where to start reading. */
@NullMarked
package press.gazette;

import org.jspecify.annotations.NullMarked;
