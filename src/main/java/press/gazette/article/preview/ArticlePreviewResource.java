package press.gazette.article.preview;

import java.time.Clock;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.article.ArticleRef;
import press.gazette.article.reading.ArticleView;
import press.gazette.article.reading.ReadingParameters;
import press.gazette.delivery.Delivery;
import press.gazette.security.Scope;

/** The preview of an article, for frontends with a key. */
@Serves(Kind.DESK)
@Path("/v1/desk/articles/{ref}/preview")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class ArticlePreviewResource {

    private final Delivery delivery;
    private final Clock clock;

    ArticlePreviewResource(Delivery delivery, Clock clock) {
        this.delivery = delivery;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Scope.PREVIEW)
    @Operation(
            operationId = "previewArticle",
            summary = "See an article as readers will",
            description =
                    "The response that the article's public address would give if the working draft were published now.")
    public RestResponse<ArticleView> one(
            @PathParam("ref") ArticleRef article, @BeanParam ReadingParameters parameters) {
        Rehearsal rehearsal = Rehearsal.parse(parameters);
        return delivery.confidential(rehearsal.of(article.find().id(), clock.instant()), rehearsal.fields());
    }
}
