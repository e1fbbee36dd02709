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

/** Plans publications of lists. */
@Serves(Kind.DESK)
@Path("/v1/desk/lists/{key}/schedule")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class ListScheduleResource {

    private final Desk desk;
    private final ReadingCost cost;

    ListScheduleResource(Desk desk, ReadingCost cost) {
        this.desk = desk;
        this.cost = cost;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.PUBLISH)
    @Operation(
            operationId = "scheduleList",
            summary = "Schedule a list",
            description =
                    "Plans the publication of a revision. A running node publishes it at that time, never early. Later "
                            + "edits of the draft do not change the planned revision, unlike those of a scheduled article.")
    public RestResponse<DeskListView> put(
            @BeanParam WriteParameters how, @PathParam("key") ListKey list, ListScheduleDraft draft) {
        return desk.on(list)
                .put(how, (found, edit) -> draft.schedule(found, cost, edit))
                .shownAs(DeskListView::of);
    }

    @DELETE
    @RolesAllowed(Scope.PUBLISH)
    @Operation(
            operationId = "unscheduleList",
            summary = "Take a list off the schedule",
            description = "Cancels the planned publication.")
    public RestResponse<DeskListView> delete(@BeanParam WriteParameters how, @PathParam("key") ListKey list) {
        return desk.on(list).write(how, CuratedList::unschedule).shownAs(DeskListView::of);
    }
}
