package press.gazette.security;

import jakarta.inject.Singleton;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Makes a caller of whoever came with a token: the roles in it become scopes, and nothing else of it counts. */
@Singleton
final class TokenHolder implements SecurityIdentityAugmentor {

    private final Issuer issuer;

    TokenHolder(Issuer issuer) {
        this.issuer = issuer;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            Caller caller = new Caller("oidc:" + token.getSubject(), issuer.allowedBy(identity.getRoles()));
            return Uni.createFrom().item(caller.identity());
        }
        return Uni.createFrom().item(identity);
    }
}
