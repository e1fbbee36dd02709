package press.gazette.sync;

import java.time.Clock;

import jakarta.ws.rs.BeanParam;
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
import press.gazette.response.CachePolicy;
import press.gazette.response.Links;

/** Public changes, for copies elsewhere. */
@Serves(Kind.PUBLIC)
@Path(ChangeFilter.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Changes")
public class ChangesResource {

    private final Delivery delivery;
    private final Clock clock;
    private final Links links;

    ChangesResource(Delivery delivery, Clock clock, Links links) {
        this.delivery = delivery;
        this.clock = clock;
        this.links = links;
    }

    @GET
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "410", ref = "ChangesGone")
    @Operation(
            operationId = "listChanges",
            summary = "List changes",
            description =
                    "Without after, the changes begin with everything public, once; next continues with later changes. One loop "
                            + "over next makes a copy and keeps it. Each subject stands at its last change.")
    public RestResponse<ChangesPage> list(
            @BeanParam ChangesParameters parameters,
            @QueryParam("limit") @Nullable String limit,
            @Parameter(
                            description =
                                    "content: the present content of each stored subject. The limit is then at most 20.",
                            example = "content")
                    @QueryParam("include")
                    @Nullable
                    String include) {
        ChangesQuery query = ChangesQuery.parse(parameters, limit, include);
        return delivery.following(
                page -> query.withContent()
                        ? CachePolicy.LISTING
                        : page.more() ? CachePolicy.CHANGES : CachePolicy.LATEST_CHANGES,
                () -> query.page(clock.instant(), links),
                ChangesPage::next);
    }
}
