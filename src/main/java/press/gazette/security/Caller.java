package press.gazette.security;

import java.security.Principal;
import java.time.Instant;
import java.util.Set;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import org.jspecify.annotations.Nullable;

/**
 * The authenticated sender of a request.
 *
 * @param name as records have it: {@code key:<id>}, {@code bootstrap}, or {@code oidc:<subject>}
 * @param label for people: the name of the key, else the same as {@code name}
 * @param scopes the names of all scopes of the caller, including implied ones
 * @param end of the key or token, which is not accepted from then on; absent: none
 */
public record Caller(
        String name,
        String label,
        Set<String> scopes,
        @Nullable Instant end) implements Principal {

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
