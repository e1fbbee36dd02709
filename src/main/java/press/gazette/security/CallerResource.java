package press.gazette.security;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;

/** Tells a caller of the desk who it is and what it may do. */
@Serves(Kind.DESK)
@Path("/v1/desk/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Keys")
public class CallerResource {

    private final Callers callers;

    CallerResource(Callers callers) {
        this.callers = callers;
    }

    @GET
    @RolesAllowed({Scope.READ, Scope.WRITE, Scope.PUBLISH})
    @Operation(
            operationId = "getCaller",
            summary = "Read one's own scopes",
            description = "The sender of the request: name, scopes, end. Any of the scopes of the desk is enough.")
    public RestResponse<CallerView> me() {
        return RestResponse.ok(CallerView.of(callers.current()));
    }
}
