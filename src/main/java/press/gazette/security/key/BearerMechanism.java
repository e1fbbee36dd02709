package press.gazette.security.key;

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

import press.gazette.admission.limit.RateLimits;
import press.gazette.security.Caller;
import press.gazette.security.token.Issuer;

/**
 * Reads a key or a token from the Authorization header (RFC 6750 §2.1); never from the URL, which logs and histories
 * store. A text without the prefix of keys is a token, if there is an identity provider.
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

    /** Counts an authenticated request to its caller rather than to its address. */
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
        if (issuer.isSet() && !KeyText.hasPrefix(sent)) {
            return byToken(sent, request);
        }
        Optional<KeyText> text = KeyText.parse(sent);
        return text.isPresent()
                ? providers.authenticate(new PresentedKey(text.get()))
                : Uni.createFrom().failure(AuthenticationFailedException::new);
    }

    /** Continues on the event loop of the request: the provider's keys arrive on a thread of the HTTP client. */
    private Uni<SecurityIdentity> byToken(String sent, RoutingContext request) {
        Context here = request.vertx().getOrCreateContext();
        return Uni.createFrom()
                .completionStage(() -> issuer.caller(sent))
                .emitOn(task -> here.runOnContext(ignored -> task.run()))
                .map(Caller::identity);
    }

    /**
     * The credentials after the scheme; null if there are none. Two such headers count as none, since it is unclear
     * which one is meant.
     */
    static @Nullable String sent(RoutingContext request) {
        List<String> headers = request.request().headers().getAll("Authorization");
        boolean bearer = headers.size() == 1 && headers.get(0).regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        return bearer ? headers.get(0).substring(SCHEME.length()).strip() : null;
    }

    /** Not called: {@code delivery} writes the responses to rejections. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(UNAUTHORIZED));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(PresentedKey.class);
    }
}
