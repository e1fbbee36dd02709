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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.change.Edit;
import press.gazette.curation.CuratedList;
import press.gazette.curation.ListKey;
import press.gazette.curation.content.ListContent;
import press.gazette.curation.resolver.ReadingCost;
import press.gazette.desk.Desk;
import press.gazette.desk.WriteParameters;
import press.gazette.security.Scope;

/** The order of the entries of a list. */
@Serves(Kind.DESK)
@Path("/v1/desk/lists/{key}/order")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class ListOrderResource {

    private final Desk desk;
    private final ReadingCost cost;

    ListOrderResource(Desk desk, ReadingCost cost) {
        this.desk = desk;
        this.cost = cost;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "orderEntries",
            summary = "Reorder a list",
            description =
                    "Puts all entries of the working draft into this order. Pinned entries stay at their positions.")
    public RestResponse<DeskListView> put(
            @BeanParam WriteParameters how, @PathParam("key") ListKey list, OrderDraft draft) {
        return desk.on(list)
                .write(how, (found, edit) -> order(found, draft, edit))
                .shownAs(DeskListView::of);
    }

    private void order(CuratedList list, OrderDraft draft, Edit edit) {
        ListContent ordered = list.draft().ordered(draft.entries());
        list.save(cost.checked(list, ordered, "", edit.at()), null, edit);
    }
}
