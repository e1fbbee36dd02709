package press.gazette.security;

import java.security.Principal;
import java.util.Set;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;

/**
 * The authenticated sender of a request.
 *
 * @param name as records have it: {@code key:<id>}, {@code bootstrap}, or {@code oidc:<subject>}
 * @param scopes the names of all scopes of the caller, including implied ones
 */
public record Caller(String name, Set<String> scopes) implements Principal {

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** The caller as a Quarkus identity. Scopes become roles. */
    public SecurityIdentity identity() {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(this)
                .addRoles(scopes)
                .build();
    }

    @Override
    public String getName() {
        return name;
    }
}
