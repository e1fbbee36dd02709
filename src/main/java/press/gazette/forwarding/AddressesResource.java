package press.gazette.forwarding;

import java.time.Clock;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.delivery.Delivery;
import press.gazette.delivery.Fields;
import press.gazette.response.CachePolicy;
import press.gazette.response.Links;

/** The addresses of the newsroom's former site. */
@Serves(Kind.PUBLIC)
@Path("/v1/addresses")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Site")
public class AddressesResource {

    private final Delivery delivery;
    private final Links links;
    private final Clock clock;

    AddressesResource(Delivery delivery, Links links, Clock clock) {
        this.delivery = delivery;
        this.links = links;
        this.clock = clock;
    }

    @GET
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "410", ref = "Withdrawn")
    @Operation(
            operationId = "getAddress",
            summary = "Find the target of an old address",
            description =
                    "The article, tag or page that an address of the newsroom's former site leads to. Ask when your site "
                            + "has no page at an address. 404: the address is not known, or leads to nothing that readers may see.")
    public RestResponse<AddressView> one(
            @Parameter(
                            description = "The path of the old address with its query, or the whole URL. A slash at "
                                    + "the end of the path, and a fragment, make no difference.",
                            example = "/2019/03/02/night-trams/",
                            required = true)
                    @QueryParam("path")
                    @Nullable
                    String path) {
        AddressReading reading = AddressReading.parse(path);
        return delivery.one(CachePolicy.ARTICLE, Fields.ALL, () -> reading.read(links, clock.instant()));
    }
}
