/** Access tokens of an OpenID Connect issuer. The issuer's keys are fetched and cached. */
@NullMarked
package press.gazette.security.token;

import org.jspecify.annotations.NullMarked;
