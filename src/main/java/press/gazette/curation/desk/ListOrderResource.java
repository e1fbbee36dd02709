package press.gazette.curation.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.desk.Desk;
import press.gazette.desk.WriteParameters;
import press.gazette.security.Scope;

/** Puts the entries of a list into another order. */
@Path("/v1/desk/lists/{key}/order")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class ListOrderResource {

    private final Desk desk;
    private final FrontDesk front;

    ListOrderResource(Desk desk, FrontDesk front) {
        this.desk = desk;
        this.front = front;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "orderEntries",
            summary = "Reorder a list",
            description =
                    "All entries of the working draft in the order in which they shall stand. Pins stay where they are pinned.")
    public RestResponse<DeskListView> put(
            @BeanParam WriteParameters how,
            @Parameter(description = "The list's key.", example = "editors-picks") @PathParam("key") String key,
            OrderDraft draft) {
        return desk.change(
                how, front.locked(key), front.saved(content -> content.ordered(draft.entries())), front::view);
    }
}
