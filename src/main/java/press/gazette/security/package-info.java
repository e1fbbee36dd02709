/**
 * Authentication: keys with scopes, issued and revoked under {@code /v1/desk/keys}, and tokens of the newsroom's
 * identity provider. A resource names the scope that each of its methods needs with {@code @RolesAllowed}; there is no
 * list of protected paths that a crafted URL could bypass. {@link press.gazette.security.Callers} gives the current
 * caller.
 */
@NullMarked
package press.gazette.security;

import org.jspecify.annotations.NullMarked;
