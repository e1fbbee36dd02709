package press.gazette.site.desk;

import java.time.Clock;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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
import press.gazette.json.MergePatch;
import press.gazette.security.Scope;
import press.gazette.site.SiteDocument;
import press.gazette.site.draft.SiteDraft;

/** The working draft of the site document. Only a publication changes the public document. */
@Serves(Kind.DESK)
@Path("/v1/desk/site")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class DeskSiteResource {

    private final Desk desk;
    private final Clock clock;

    DeskSiteResource(Desk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Scope.READ)
    @Operation(
            operationId = "getDeskSite",
            summary = "Read the site document at the desk",
            description = "The working draft, with a warning for each target that readers do not see now.")
    public RestResponse<DeskSiteView> one() {
        SiteDocument site = SiteDocument.atDesk();
        return desk.show(site, DeskSiteView.of(site, clock.instant()));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "replaceSite",
            summary = "Replace the site document",
            description =
                    "Saves the whole document as a new revision. Nothing changes for readers until a revision is published.")
    public RestResponse<DeskSiteView> replace(@BeanParam WriteParameters how, SiteDraft draft) {
        return desk.on(SiteDocument::locked)
                .write(how, (site, edit) -> save(site, draft, edit))
                .shownAs(DeskSiteView::of);
    }

    @PATCH
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "changeSite",
            summary = "Change the site document",
            description =
                    "Saves a new revision. All menus are one member, replaced whole. Nothing changes for readers until a "
                            + "revision is published.")
    public RestResponse<DeskSiteView> change(@BeanParam WriteParameters how, MergePatch<SiteDraft> patch) {
        return desk.on(SiteDocument::locked)
                .write(how, (site, edit) -> save(site, patch.applyTo(SiteReferences.draft(site.draft())), edit))
                .shownAs(DeskSiteView::of);
    }

    private static void save(SiteDocument site, SiteDraft draft, Edit edit) {
        site.save(SiteReferences.stored(draft), draft.note(), edit);
    }
}
