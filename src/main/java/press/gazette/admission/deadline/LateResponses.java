package press.gazette.admission.deadline;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;

import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

import press.gazette.admission.stage.Stage;

/** Skips the work, or drops the response, of requests whose deadline has already responded. */
@Singleton
final class LateResponses {

    /** Runs on the worker, after the filters on the event loop. */
    @ServerRequestFilter(priority = Stage.Order.LATE_REQUESTS)
    @Nullable
    Response begin(RoutingContext context) {
        Deadline deadline = Deadline.of(context);
        return deadline != null && deadline.isOver() ? Response.noContent().build() : null;
    }

    /** The server drops a response without content if the request already has one. */
    @ServerResponseFilter(priority = Stage.Order.LATE_RESPONSES)
    void end(ContainerResponseContext response, RoutingContext context) {
        Deadline deadline = Deadline.of(context);
        if (deadline != null && !deadline.mayRespond()) {
            response.setEntity(null);
        }
    }
}
