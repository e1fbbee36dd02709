/** API keys: issued, presented, rejected. A key is stored as a hash only. */
@NullMarked
package press.gazette.security.key;

import org.jspecify.annotations.NullMarked;
