package press.gazette.security.token;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.security.AuthenticationFailedException;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jspecify.annotations.Nullable;

import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;
import press.gazette.security.Caller;
import press.gazette.security.Scope;
import press.gazette.time.Timestamp;

/**
 * The newsroom's identity provider, if there is one: turns a valid token into a caller. The roles in the token become
 * scopes; nothing else in it is used. Its keys are read when the first token arrives, so that a start never waits for
 * the provider.
 */
@Singleton
public final class Issuer {

    /** The parts of a path to a claim; a quoted part may contain slashes, since some claim names are URLs. */
    private static final Pattern PART = Pattern.compile("\"[^\"]*\"|[^/\"]+");

    private final OidcConfig config;
    private final Clock clock;
    private final @Nullable IssuerKeys keys;
    private final String audience;
    private final List<String> rolesClaim;
    private final Map<String, Set<Scope>> scopes = new HashMap<>();

    Issuer(OidcConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        config.oidcRoles().forEach((role, words) -> scopes.put(role, scopes(role, words)));
        rolesClaim = PART.matcher(config.oidcRolesClaim())
                .results()
                .map(MatchResult::group)
                .map(part -> part.replace("\"", ""))
                .toList();
        keys = config.oidcIssuer().map(this::keys).orElse(null);
        audience = config.oidcAudience().orElse("");
    }

    /** An invalid setting fails the start rather than the first request. */
    void atStart(@Observes StartupEvent start) {
        // The constructor has validated the settings.
    }

    public boolean isSet() {
        return keys != null;
    }

    /**
     * Returns the sender of a token. Only call it if {@link #isSet}.
     *
     * @return completes within {@code gazette.oidc-deadline}. An invalid token fails with
     *     {@link AuthenticationFailedException}. If the signing key cannot be read, it fails with the problem
     *     {@code unavailable} rather than a 401, on which clients would discard the token
     */
    public CompletableFuture<Caller> caller(String sent) {
        IssuerKeys known = keys;
        if (known == null) {
            throw new IllegalStateException("There is no identity provider");
        }
        AccessToken token;
        try {
            token = AccessToken.parse(sent);
        } catch (AuthenticationFailedException e) {
            return CompletableFuture.failedFuture(e);
        }
        return known.find(keys -> token.verified(keys, audience, clock.instant()))
                .handle((found, failure) -> {
                    if (failure != null) {
                        throw IssuerKeys.refusal(failure)
                                .<RuntimeException>map(refused -> refused)
                                .orElseGet(() ->
                                        Problem.of(ProblemType.UNAVAILABLE, "The identity provider does not respond."));
                    }
                    return found.map(this::caller).orElseThrow(AuthenticationFailedException::new);
                });
    }

    private Caller caller(JwtClaims claims) {
        String name = "oidc:" + claims.getClaimValue("sub");
        return new Caller(name, name, allowedBy(roles(claims)), end(claims));
    }

    /** The end of the token; null if it lies beyond the times that Gazette writes. */
    private static @Nullable Instant end(JwtClaims claims) {
        try {
            Instant end = Instant.ofEpochMilli(claims.getExpirationTime().getValueInMillis());
            return Timestamp.isInRange(end) ? end : null;
        } catch (MalformedClaimException e) {
            throw new AuthenticationFailedException(e);
        }
    }

    /** Reads a list of roles, or roles separated by blanks; any other claim gives no roles. */
    private Collection<String> roles(JwtClaims claims) {
        Object value = claims.getClaimsMap();
        for (String part : rolesClaim) {
            value = value instanceof Map<?, ?> members ? members.get(part) : null;
        }
        List<String> roles = new ArrayList<>();
        if (value instanceof String words) {
            roles.addAll(List.of(words.split(" ", -1)));
        } else if (value instanceof List<?> list) {
            list.forEach(role -> roles.add(String.valueOf(role)));
        }
        return roles;
    }

    /** All scopes that these roles give. */
    private Set<String> allowedBy(Collection<String> roles) {
        Set<Scope> all = EnumSet.noneOf(Scope.class);
        roles.forEach(role -> all.addAll(scopes.getOrDefault(role, Set.of())));
        return Scope.allowedBy(all);
    }

    private IssuerKeys keys(URI issuer) {
        if (config.oidcAudience().isEmpty()) {
            throw new IllegalArgumentException(
                    "gazette.oidc-issuer needs gazette.oidc-audience: without it, tokens that the "
                            + "issuer made for other programs would be accepted");
        }
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("gazette.oidc-issuer needs a role that gives scopes, such as "
                    + "gazette.oidc-roles.editor=desk:read,desk:write");
        }
        return new IssuerKeys(issuer, config);
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
