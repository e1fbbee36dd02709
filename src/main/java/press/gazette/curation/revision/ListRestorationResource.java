package press.gazette.curation.revision;

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

import press.gazette.curation.CuratedList;
import press.gazette.curation.ListRevision;
import press.gazette.curation.desk.DeskListView;
import press.gazette.curation.desk.FrontDesk;
import press.gazette.curation.desk.ListPublicationDraft;
import press.gazette.desk.Desk;
import press.gazette.desk.WriteParameters;
import press.gazette.security.Scope;

/** Takes the working drafts of lists back to what they were. */
@Path("/v1/desk/lists/{key}/restoration")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class ListRestorationResource {

    private final Desk desk;
    private final FrontDesk front;

    ListRestorationResource(Desk desk, FrontDesk front) {
        this.desk = desk;
        this.front = front;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "restoreListRevision",
            summary = "Go back to a revision of a list",
            description =
                    "Saves what an earlier revision holds as a new one, to be edited on. To roll back what readers "
                            + "see, publish the earlier revision.")
    public RestResponse<DeskListView> put(
            @BeanParam WriteParameters how,
            @Parameter(description = "The list's key.", example = "editors-picks") @PathParam("key") String key,
            ListRestorationDraft draft) {
        return desk.change(how, front.locked(key), list -> restore(list, draft), front::view);
    }

    private void restore(CuratedList list, ListRestorationDraft draft) {
        ListRevision revision = ListPublicationDraft.chosen(list, draft.revision());
        front.save(list, revision.content(), "Back to revision " + revision.number(), "/revision");
    }
}
