package press.gazette.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.delivery.Delivery;
import press.gazette.delivery.Listing;
import press.gazette.security.Scope;

/** Who did what, when, from which key. */
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
            description =
                    "Every write at the desk that was acknowledged, the latest first. What was refused or only tried "
                            + "is not in it.")
    public RestResponse<Listing<AuditView>> list(@BeanParam AuditParameters parameters) {
        AuditQuery query = AuditQuery.parse(parameters);
        return delivery.deskListing(query.address(), query.limit(), query.page());
    }
}
