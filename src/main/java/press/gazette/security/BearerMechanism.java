package press.gazette.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

import press.gazette.delivery.limit.RateLimits;

/**
 * Takes a key or a token from the header Authorization (RFC 6750 §2.1); never from the URL, which logs and histories keep.
 * What is not a key is a token, if the newsroom has an identity provider.
 */
@Singleton
final class BearerMechanism implements HttpAuthenticationMechanism {

    private static final String SCHEME = "Bearer ";
    private static final int UNAUTHORIZED = 401;

    private final BootstrapKey bootstrap;
    private final Issuer issuer;
    private final RateLimits limits;
    private final RejectionLog rejections;

    BearerMechanism(BootstrapKey bootstrap, Issuer issuer, RateLimits limits, RejectionLog rejections) {
        this.limits = limits;
        this.rejections = rejections;
        this.bootstrap = bootstrap;
        this.issuer = issuer;
    }

    /** Whoever is known is counted by name, and not by address any more. */
    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        return identity(request, providers)
                .onFailure(AuthenticationFailedException.class)
                .invoke(() -> rejections.record(limits.client(request)))
                .onItem()
                .ifNotNull()
                .invoke(known -> limits.countTo(known.getPrincipal().getName(), request));
    }

    private Uni<SecurityIdentity> identity(RoutingContext request, IdentityProviderManager providers) {
        String sent = sent(request);
        if (sent == null) {
            return Uni.createFrom().nullItem();
        }
        Caller caller = bootstrap.caller(sent);
        if (caller != null) {
            return Uni.createFrom().item(caller.identity());
        }
        if (issuer.isSet() && !KeyText.isMeant(sent)) {
            return byToken(sent, request);
        }
        Optional<KeyText> text = KeyText.parse(sent);
        return text.isPresent()
                ? providers.authenticate(new PresentedKey(text.get()))
                : Uni.createFrom().failure(AuthenticationFailedException::new);
    }

    /** Goes on where the request came from: keys arrive on a thread of the client that reads them. */
    private Uni<SecurityIdentity> byToken(String sent, RoutingContext request) {
        Context here = request.vertx().getOrCreateContext();
        return Uni.createFrom()
                .completionStage(() -> issuer.caller(sent))
                .emitOn(task -> here.runOnContext(ignored -> task.run()))
                .map(Caller::identity);
    }

    /** What follows the scheme; absent: nobody says who they are. Two such headers are none: which of them counts? */
    static @Nullable String sent(RoutingContext request) {
        List<String> headers = request.request().headers().getAll("Authorization");
        boolean bearer = headers.size() == 1 && headers.get(0).regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        return bearer ? headers.get(0).substring(SCHEME.length()).strip() : null;
    }

    /** Not asked for: {@code delivery} answers refusals. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(UNAUTHORIZED));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(PresentedKey.class);
    }
}
