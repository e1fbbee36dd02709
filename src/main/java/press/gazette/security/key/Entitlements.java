package press.gazette.security.key;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.ResourceKinds;
import press.gazette.admission.stage.Stage;
import press.gazette.problem.Problem;
import press.gazette.problem.ProblemType;
import press.gazette.response.Entitlement;
import press.gazette.response.Problems;
import press.gazette.security.Scope;

/**
 * Finds the entitlement of public reads that have a key or a token. Each is checked at every request, before the cache: a revoked
 * one reads nothing more, cached or not. A key without the scope {@code content:full} reads what everybody reads.
 */
@Singleton
final class Entitlements {

    private final BearerMechanism mechanism;
    private final IdentityProviderManager providers;
    private final Problems problems;

    Entitlements(BearerMechanism mechanism, IdentityProviderManager providers, Problems problems) {
        this.mechanism = mechanism;
        this.providers = providers;
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        Stage.ENTITLEMENTS.register(filters, this::filter);
    }

    private void filter(RoutingContext context) {
        if (!isKeyedRead(context)) {
            context.next();
            return;
        }
        Context here = context.vertx().getOrCreateContext();
        context.request().pause();
        mechanism
                .authenticate(context, providers)
                .emitOn(task -> here.runOnContext(ignored -> task.run()))
                .subscribe()
                .with(caller -> proceed(context, caller), failure -> reject(context, failure));
    }

    private static boolean isKeyedRead(RoutingContext context) {
        HttpMethod method = context.request().method();
        Kind kind = ResourceKinds.of(context);
        return (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD))
                && kind != null
                && kind.isEntitled()
                && context.request().headers().contains(HttpHeaders.AUTHORIZATION);
    }

    /**
     * Goes on with the request, unless its deadline has responded meanwhile.
     *
     * @param caller null: the header has no key and no token, such as that of a proxy's own password
     */
    private static void proceed(RoutingContext context, @Nullable SecurityIdentity caller) {
        context.request().resume();
        if (!context.response().ended()) {
            boolean whole = caller != null && caller.hasRole(Scope.CONTENT);
            (whole ? Entitlement.WHOLE : Entitlement.PUBLIC).grantTo(context);
            context.next();
        }
    }

    private void reject(RoutingContext context, Throwable failure) {
        context.request().resume();
        if (failure instanceof AuthenticationFailedException) {
            context.response().headers().set("WWW-Authenticate", Problems.INVALID_TOKEN);
            problems.end(
                    context,
                    Problem.of(
                            ProblemType.UNAUTHENTICATED,
                            "This key is not valid. Without a key this resource gives what everybody may read."));
        } else if (failure instanceof Problem problem) {
            problems.end(context, problem);
        } else {
            context.fail(failure);
        }
    }
}
