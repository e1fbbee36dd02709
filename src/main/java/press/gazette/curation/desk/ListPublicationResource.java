package press.gazette.curation.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

/** Shows revisions of lists to readers, and takes lists back. */
@Path("/v1/desk/lists/{key}/publication")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class ListPublicationResource {

    private final Desk desk;
    private final FrontDesk front;

    ListPublicationResource(Desk desk, FrontDesk front) {
        this.desk = desk;
        this.front = front;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.PUBLISH)
    @Operation(
            operationId = "publishList",
            summary = "Publish a list",
            description = "Puts the working draft before readers, or an earlier revision, which rolls the list back.")
    public RestResponse<DeskListView> put(
            @BeanParam WriteParameters how,
            @Parameter(description = "The list's key.", example = "editors-picks") @PathParam("key") String key,
            ListPublicationDraft draft) {
        return desk.put(
                how,
                front.locked(key),
                list -> draft.publish(list, front.cost(), front.editor(), front.now()),
                front::view);
    }

    @DELETE
    @RolesAllowed(Scope.PUBLISH)
    @Operation(
            operationId = "unpublishList",
            summary = "Unpublish a list",
            description = "Readers find nothing there any more; on pages it is passed over.")
    public RestResponse<DeskListView> delete(
            @BeanParam WriteParameters how,
            @Parameter(description = "The list's key.", example = "editors-picks") @PathParam("key") String key) {
        return desk.change(how, front.locked(key), list -> list.unpublish(front.editor(), front.now()), front::view);
    }
}
