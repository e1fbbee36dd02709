package press.gazette.delivery.deadline;

import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;

import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Work for requests that have been answered meanwhile, because they took too long: it is not begun, or comes to nothing. */
@Singleton
final class Latecomers {

    /** On the worker, behind the filters that run on the event loop. */
    @ServerRequestFilter(priority = Priorities.USER + 1)
    @Nullable
    Response begin(RoutingContext context) {
        Deadline deadline = Deadline.of(context);
        return deadline != null && deadline.isOver() ? Response.noContent().build() : null;
    }

    /** An answer without content to a request that has one is dropped by the server. */
    @ServerResponseFilter
    void end(ContainerResponseContext response, RoutingContext context) {
        Deadline deadline = Deadline.of(context);
        if (deadline != null && !deadline.isKept()) {
            response.setEntity(null);
        }
    }
}
