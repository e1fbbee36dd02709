package press.gazette.security;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;

/**
 * The newsroom's identity provider, if it has one. It is asked for its keys when the first token comes and not at the
 * start, so that a start never waits for it; later tokens are checked without asking it.
 */
@Singleton
final class Issuer implements TenantConfigResolver {

    private static final Logger LOG = Logger.getLogger(Issuer.class);

    /** Whoever waits for the first token's check waits no longer than for the database. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final @Nullable OidcTenantConfig issuer;
    private final Map<String, Set<Scope>> scopes = new HashMap<>();

    Issuer(OidcConfig config) {
        config.oidcRoles().forEach((role, words) -> scopes.put(role, scopes(role, words)));
        issuer = config.oidcIssuer().isPresent() ? described(config) : null;
    }

    /** A bad setting stops the start rather than the first request. */
    void atStart(@Observes StartupEvent start) {
        // Being called is all: the constructor has looked at the settings.
    }

    boolean isSet() {
        return issuer != null;
    }

    /** Only a request with a token is worth a question to the issuer. */
    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext request, OidcRequestContext<OidcTenantConfig> context) {
        String sent = BearerMechanism.sent(request);
        return sent == null || KeyText.isMeant(sent)
                ? Uni.createFrom().nullItem()
                : Uni.createFrom().item(issuer);
    }

    /** All that these roles allow. */
    Set<String> allowedBy(Collection<String> roles) {
        Set<Scope> all = EnumSet.noneOf(Scope.class);
        roles.forEach(role -> all.addAll(scopes.getOrDefault(role, Set.of())));
        return Scope.allowedBy(all);
    }

    /** The token may well be good, so this is no 401, on which clients would throw it away. */
    Problem silent(Throwable failure) {
        LOG.warnf("The identity provider does not answer, so a token could not be checked; cause=%s", failure);
        return Problem.of(ProblemType.UNAVAILABLE, "The identity provider does not answer.");
    }

    private OidcTenantConfig described(OidcConfig config) {
        if (config.oidcAudience().isEmpty()) {
            throw new IllegalArgumentException(
                    "gazette.oidc-issuer needs gazette.oidc-audience: without it, tokens that "
                            + "the issuer made for other programs would be good here");
        }
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("gazette.oidc-issuer needs a role that gives scopes, such as "
                    + "gazette.oidc-roles.editor=desk:read,desk:write");
        }
        return OidcTenantConfig.authServerUrl(config.oidcIssuer().orElseThrow().toString())
                .tenantId("newsroom")
                .connectionTimeout(PATIENCE)
                .roles()
                .roleClaimPath(config.oidcRolesClaim())
                .end()
                .token()
                .audience(config.oidcAudience().get())
                .subjectRequired()
                .allowJwtIntrospection(false)
                .allowOpaqueTokenIntrospection(false)
                .end()
                .build();
    }

    private static Set<Scope> scopes(String role, List<String> words) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String word : words) {
            scopes.add(Scope.of(word.strip())
                    .orElseThrow(() -> new IllegalArgumentException("gazette.oidc-roles." + role + " has \"" + word
                            + "\"; scopes are " + String.join(", ", Scope.words()))));
        }
        return scopes;
    }
}
