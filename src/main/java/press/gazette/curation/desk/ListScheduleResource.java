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

/** Has revisions of lists published by themselves. */
@Path("/v1/desk/lists/{key}/schedule")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class ListScheduleResource {

    private final Desk desk;
    private final FrontDesk front;

    ListScheduleResource(Desk desk, FrontDesk front) {
        this.desk = desk;
        this.front = front;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.PUBLISH)
    @Operation(
            operationId = "scheduleList",
            summary = "Schedule a list",
            description =
                    "Has a revision published at a time, on whichever node is up then; never early. Unlike an article, what is published is the revision as it is now: who edits on does not change it.")
    public RestResponse<DeskListView> put(
            @BeanParam WriteParameters how,
            @Parameter(description = "The list's key.", example = "editors-picks") @PathParam("key") String key,
            ListScheduleDraft draft) {
        return desk.put(
                how,
                front.locked(key),
                list -> draft.schedule(list, front.cost(), front.editor(), front.now()),
                front::view);
    }

    @DELETE
    @RolesAllowed(Scope.PUBLISH)
    @Operation(
            operationId = "unscheduleList",
            summary = "Take a list off the schedule",
            description = "No revision is published by itself.")
    public RestResponse<DeskListView> delete(
            @BeanParam WriteParameters how,
            @Parameter(description = "The list's key.", example = "editors-picks") @PathParam("key") String key) {
        return desk.change(how, front.locked(key), list -> list.unschedule(front.editor(), front.now()), front::view);
    }
}
