package press.gazette.desk;

import jakarta.inject.Singleton;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** Knows the request that is being answered. */
@Singleton
final class Calls {

    private static final String CONTENT = Call.class.getName();
    private static final byte[] NOTHING = {};

    private final CurrentVertxRequest request;
    private final CurrentIdentityAssociation association;

    Calls(CurrentVertxRequest request, CurrentIdentityAssociation association) {
        this.request = request;
        this.association = association;
    }

    /** Keeps the bytes of the content when they have been read. */
    void read(byte[] content) {
        request.getCurrent().put(CONTENT, content);
    }

    /** The name that the client gave to its POST; absent when it gave none. */
    @Nullable
    IdempotencyKey key() {
        HttpServerRequest current = request.getCurrent().request();
        return current.method().equals(HttpMethod.POST)
                ? IdempotencyKey.parse(current.headers().getAll("Idempotency-Key"))
                : null;
    }

    /** Whether the caller has been asked who they are: on every method of the desk, but not on those of tests. */
    boolean isAuthenticated() {
        return !association.getIdentity().isAnonymous();
    }

    RoutingContext routing() {
        return request.getCurrent();
    }

    Call current() {
        RoutingContext context = request.getCurrent();
        byte[] content = context.get(CONTENT);
        return Call.of(
                association.getIdentity().getPrincipal().getName(),
                context.request().method().name(),
                context.request().path(),
                context.request().uri(),
                content == null ? NOTHING : content);
    }
}
