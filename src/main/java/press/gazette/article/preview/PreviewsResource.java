package press.gazette.article.preview;

import java.time.Clock;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.article.reading.ArticleView;
import press.gazette.article.reading.ReadingParameters;
import press.gazette.delivery.Delivery;

/** The previews that links open. No cache stores them. */
@Serves(Kind.PREVIEW)
@Path("/v1/previews")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Previews")
public class PreviewsResource {

    private final Previews previews;
    private final Delivery delivery;
    private final Clock clock;

    PreviewsResource(Previews previews, Delivery delivery, Clock clock) {
        this.previews = previews;
        this.delivery = delivery;
        this.clock = clock;
    }

    @GET
    @Path("{token}")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "410", ref = "PreviewEnded")
    @Operation(
            operationId = "readPreview",
            summary = "Read a preview",
            description = "The working draft of the article that a preview link opens, in the form "
                    + "that readers will get. An expired or revoked link responds with 410.")
    public RestResponse<ArticleView> one(
            @Parameter(
                            description = "The token of the link.",
                            example = "AZmjxR9efDqLHS9gx7Gp5AAAAABpIcsAo4JbW0G7cU5v1rXk0dQ8aQ")
                    @PathParam("token")
                    String token,
            @BeanParam ReadingParameters parameters) {
        Rehearsal rehearsal = Rehearsal.parse(parameters);
        return delivery.confidential(rehearsal.of(previews.opened(token), clock.instant()), rehearsal.fields());
    }
}
