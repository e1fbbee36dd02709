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

/** Publishes and unpublishes the site document. */
@Serves(Kind.DESK)
@Path("/v1/desk/site/publication")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class SitePublicationResource {

    private final Desk desk;

    SitePublicationResource(Desk desk) {
        this.desk = desk;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.PUBLISH)
    @Operation(
            operationId = "publishSite",
            summary = "Publish the site document",
            description = "Publishes the working draft, or an earlier revision, which rolls the site back.")
    public RestResponse<DeskSiteView> put(@BeanParam WriteParameters how, SitePublicationDraft draft) {
        return desk.on(SiteDocument::locked).put(how, draft::publish).shownAs(DeskSiteView::of);
    }

    @DELETE
    @RolesAllowed(Scope.PUBLISH)
    @Operation(
            operationId = "unpublishSite",
            summary = "Unpublish the site document",
            description = "Readers get the document made of the settings from now on.")
    public RestResponse<DeskSiteView> delete(@BeanParam WriteParameters how) {
        return desk.on(SiteDocument::locked).write(how, SiteDocument::unpublish).shownAs(DeskSiteView::of);
    }
}
