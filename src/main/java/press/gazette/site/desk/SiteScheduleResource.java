package press.gazette.site.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.desk.Desk;
import press.gazette.desk.WriteParameters;
import press.gazette.security.Scope;
import press.gazette.site.SiteDocument;

/** Plans publications of the site document. */
@Serves(Kind.DESK)
@Path("/v1/desk/site/schedule")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class SiteScheduleResource {

    private final Desk desk;

    SiteScheduleResource(Desk desk) {
        this.desk = desk;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.PUBLISH)
    @Operation(
            operationId = "scheduleSite",
            summary = "Schedule the site document",
            description =
                    "Plans the publication of a revision. A running node publishes it at that time, never early. Later "
                            + "edits of the draft do not change the planned revision.")
    public RestResponse<DeskSiteView> put(@BeanParam WriteParameters how, SiteScheduleDraft draft) {
        return desk.on(SiteDocument::locked).put(how, draft::schedule).shownAs(DeskSiteView::of);
    }

    @DELETE
    @RolesAllowed(Scope.PUBLISH)
    @Operation(
            operationId = "unscheduleSite",
            summary = "Take the site document off the schedule",
            description = "Cancels the planned publication.")
    public RestResponse<DeskSiteView> delete(@BeanParam WriteParameters how) {
        return desk.on(SiteDocument::locked)
                .write(how, SiteDocument::unschedule)
                .shownAs(DeskSiteView::of);
    }
}
