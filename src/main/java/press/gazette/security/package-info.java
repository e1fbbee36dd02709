/**
 * Who is calling: keys with scopes, issued and revoked under {@code /v1/desk/keys}, and tokens of the newsroom's identity
 * provider. A resource names the scope that each of its methods needs with {@code @RolesAllowed}; there is no list of
 * protected paths that a cunning URL could slip past. Whoever wants to know the caller asks {@link press.gazette.security.Callers}.
 */
@NullMarked
package press.gazette.security;

import org.jspecify.annotations.NullMarked;
