package press.gazette.desk.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.delivery.Delivery;
import press.gazette.paging.Listing;
import press.gazette.security.Scope;

/** The audit log: author, time and path of every write. */
@Serves(Kind.DESK)
@Path("/v1/desk/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class AuditResource {

    private final Delivery delivery;

    AuditResource(Delivery delivery) {
        this.delivery = delivery;
    }

    @GET
    @RolesAllowed(Scope.ADMINISTER)
    @Operation(
            operationId = "listAudit",
            summary = "Read the audit log",
            description = "Every acknowledged write at the desk, the latest first. Rejected writes and dry "
                    + "runs are not included.")
    public RestResponse<Listing<AuditView>> list(@BeanParam AuditParameters parameters) {
        AuditQuery query = AuditQuery.parse(parameters);
        return delivery.deskListing(query.address(), query.limit(), query.page());
    }
}
