package press.gazette.desk.changes;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.delivery.Delivery;
import press.gazette.response.Links;
import press.gazette.security.Scope;

/** The changes to all resources of the desk, drafts too. */
@Serves(Kind.DESK)
@Path(DeskChangesQuery.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class DeskChangesResource {

    private final Delivery delivery;
    private final Links links;

    DeskChangesResource(Delivery delivery, Links links) {
        this.delivery = delivery;
        this.links = links;
    }

    @GET
    @RolesAllowed(Scope.READ)
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "410", ref = "ChangesGone")
    @Operation(
            operationId = "listDeskChanges",
            summary = "List changes at the desk",
            description =
                    "The changes to articles, tags, media, lists, pages, the site document and old addresses, drafts "
                            + "too, in the order of the commits. A screen takes the position after=now, reads its resources, and asks "
                            + "for next every few seconds.")
    public RestResponse<DeskChangesPage> list(@BeanParam DeskChangesParameters parameters) {
        DeskChangesPage page = DeskChangesQuery.parse(parameters).page(links);
        return delivery.deskFollowing(page, page.next());
    }
}
