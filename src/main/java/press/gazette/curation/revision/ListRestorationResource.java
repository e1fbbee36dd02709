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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.change.Edit;
import press.gazette.curation.CuratedList;
import press.gazette.curation.ListKey;
import press.gazette.curation.ListRevision;
import press.gazette.curation.content.ListContent;
import press.gazette.curation.desk.DeskListView;
import press.gazette.curation.desk.ListPublicationDraft;
import press.gazette.curation.resolver.ReadingCost;
import press.gazette.desk.Desk;
import press.gazette.desk.WriteParameters;
import press.gazette.security.Scope;

/** Restores earlier revisions of lists as working drafts. */
@Serves(Kind.DESK)
@Path("/v1/desk/lists/{key}/restoration")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class ListRestorationResource {

    private final Desk desk;
    private final ReadingCost cost;

    ListRestorationResource(Desk desk, ReadingCost cost) {
        this.desk = desk;
        this.cost = cost;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "restoreListRevision",
            summary = "Go back to a revision of a list",
            description =
                    "Saves the content of an earlier revision as a new one. To roll back the public list, publish the "
                            + "earlier revision.")
    public RestResponse<DeskListView> put(
            @BeanParam WriteParameters how, @PathParam("key") ListKey list, ListRestorationDraft draft) {
        return desk.on(list)
                .write(how, (found, edit) -> restore(found, draft, edit))
                .shownAs(DeskListView::of);
    }

    private void restore(CuratedList list, ListRestorationDraft draft, Edit edit) {
        ListRevision revision = ListPublicationDraft.chosen(list, draft.revision());
        ListContent content = cost.checked(list, revision.content(), "/revision", edit.at());
        list.save(content, "Back to revision " + revision.number(), edit);
    }
}
