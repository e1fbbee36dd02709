package press.gazette.site.reading;

import java.time.Clock;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.delivery.Delivery;
import press.gazette.delivery.Fields;
import press.gazette.response.CachePolicy;

/** The site document for readers. */
@Serves(Kind.PUBLIC)
@Path("/v1/site")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Site")
public class SiteResource {

    private final CurrentSite site;
    private final Delivery delivery;
    private final Clock clock;

    SiteResource(CurrentSite site, Delivery delivery, Clock clock) {
        this.site = site;
        this.delivery = delivery;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "getSite",
            summary = "Read the site",
            description =
                    "The title, the menus, the sections, the publisher and the policies of the newsroom's site. Until the "
                            + "newsroom has published any, they are made of the settings.")
    public RestResponse<SiteView> site() {
        return delivery.one(CachePolicy.LISTING, Fields.ALL, () -> site.read(clock.instant()));
    }
}
