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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.curation.CuratedList;
import press.gazette.curation.ListKey;
import press.gazette.curation.resolver.ReadingCost;
import press.gazette.desk.Desk;
import press.gazette.desk.WriteParameters;
import press.gazette.security.Scope;

/** Publishes and unpublishes lists. */
@Serves(Kind.DESK)
@Path("/v1/desk/lists/{key}/publication")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class ListPublicationResource {

    private final Desk desk;
    private final ReadingCost cost;

    ListPublicationResource(Desk desk, ReadingCost cost) {
        this.desk = desk;
        this.cost = cost;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.PUBLISH)
    @Operation(
            operationId = "publishList",
            summary = "Publish a list",
            description = "Publishes the working draft, or an earlier revision, which rolls the list back.")
    public RestResponse<DeskListView> put(
            @BeanParam WriteParameters how, @PathParam("key") ListKey list, ListPublicationDraft draft) {
        return desk.on(list)
                .put(how, (found, edit) -> draft.publish(found, cost, edit))
                .shownAs(DeskListView::of);
    }

    @DELETE
    @RolesAllowed(Scope.PUBLISH)
    @Operation(
            operationId = "unpublishList",
            summary = "Unpublish a list",
            description = "The list is not found for readers from now on; pages leave it out.")
    public RestResponse<DeskListView> delete(@BeanParam WriteParameters how, @PathParam("key") ListKey list) {
        return desk.on(list).write(how, CuratedList::unpublish).shownAs(DeskListView::of);
    }
}
