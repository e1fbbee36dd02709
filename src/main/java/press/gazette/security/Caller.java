package press.gazette.security;

import java.security.Principal;
import java.util.Set;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;

/**
 * Whoever sent the request, as records name them.
 *
 * @param name {@code key:<id>}, {@code bootstrap}, or {@code oidc:<subject>}
 * @param scopes the names of all scopes the caller has, implied ones included
 */
public record Caller(String name, Set<String> scopes) implements Principal {

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** The same for the framework, whose roles are our scopes. */
    SecurityIdentity identity() {
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
