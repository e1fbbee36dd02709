package press.gazette.desk;

import jakarta.inject.Singleton;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

import press.gazette.desk.idempotency.IdempotencyKey;
import press.gazette.desk.idempotency.RepeatableRequest;

/** Gives access to the request that this thread processes. */
@Singleton
final class CurrentRequest {

    private static final String CONTENT = RepeatableRequest.class.getName();
    private static final byte[] NOTHING = {};

    private final CurrentVertxRequest request;
    private final CurrentIdentityAssociation association;

    CurrentRequest(CurrentVertxRequest request, CurrentIdentityAssociation association) {
        this.request = request;
        this.association = association;
    }

    /** Stores the bytes of the content after they were read. */
    void read(byte[] content) {
        request.getCurrent().put(CONTENT, content);
    }

    /** The Idempotency-Key of a POST; null if there is none. */
    @Nullable
    IdempotencyKey key() {
        HttpServerRequest current = request.getCurrent().request();
        return current.method().equals(HttpMethod.POST)
                ? IdempotencyKey.parse(current.headers().getAll("Idempotency-Key"))
                : null;
    }

    /** True if the caller was authenticated: always for methods of the desk, but not for those of tests. */
    boolean isAuthenticated() {
        return !association.getIdentity().isAnonymous();
    }

    /** The name of the caller; empty if anonymous. */
    String caller() {
        return association.getIdentity().getPrincipal().getName();
    }

    String method() {
        return request.getCurrent().request().method().name();
    }

    /** The path without the query. */
    String path() {
        return request.getCurrent().request().path();
    }

    RoutingContext routing() {
        return request.getCurrent();
    }

    RepeatableRequest current() {
        RoutingContext context = request.getCurrent();
        byte[] content = context.get(CONTENT);
        return RepeatableRequest.of(
                caller(), method(), path(), context.request().uri(), content == null ? NOTHING : content);
    }
}
