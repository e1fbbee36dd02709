/** The commands of a shell: imports, exports. They use the HTTP API of a server, a running one or one of their own. */
@NullMarked
package press.gazette.command;

import org.jspecify.annotations.NullMarked;
