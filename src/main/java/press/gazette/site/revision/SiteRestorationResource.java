package press.gazette.site.revision;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.change.Edit;
import press.gazette.desk.Desk;
import press.gazette.desk.WriteParameters;
import press.gazette.security.Scope;
import press.gazette.site.SiteDocument;
import press.gazette.site.SiteRevision;
import press.gazette.site.desk.DeskSiteView;
import press.gazette.site.desk.SitePublicationDraft;

/** Restores an earlier revision of the site document as the working draft. */
@Serves(Kind.DESK)
@Path("/v1/desk/site/restoration")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class SiteRestorationResource {

    private final Desk desk;

    SiteRestorationResource(Desk desk) {
        this.desk = desk;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "restoreSiteRevision",
            summary = "Go back to a revision of the site document",
            description =
                    "Saves the content of an earlier revision as a new one. To roll back the public site, publish the "
                            + "earlier revision.")
    public RestResponse<DeskSiteView> put(@BeanParam WriteParameters how, SiteRestorationDraft draft) {
        return desk.on(SiteDocument::locked)
                .write(how, (site, edit) -> restore(site, draft, edit))
                .shownAs(DeskSiteView::of);
    }

    private static void restore(SiteDocument site, SiteRestorationDraft draft, Edit edit) {
        SiteRevision revision = SitePublicationDraft.chosen(site, draft.revision());
        site.save(revision.content(), "Back to revision " + revision.number(), edit);
    }
}
