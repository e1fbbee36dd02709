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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.address.Ref;
import press.gazette.article.Article;
import press.gazette.article.reading.ArticleView;
import press.gazette.article.reading.ReadingParameters;
import press.gazette.delivery.Delivery;
import press.gazette.problem.Problem;
import press.gazette.security.Scope;

/** The preview of any article, for frontends that have a key. */
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
            description = "What the article's own address would answer if it were published as it was saved last.")
    public RestResponse<ArticleView> one(
            @Parameter(description = "The article's id or slug.", example = "gas-contract-averil") @PathParam("ref")
                    String ref,
            @BeanParam ReadingParameters parameters) {
        Rehearsal rehearsal = Rehearsal.parse(parameters);
        Article article = Article.atDesk(Ref.parse(ref, "article")).orElseThrow(() -> Problem.notFound("article"));
        return delivery.confidential(rehearsal.of(article.id(), clock.instant()), rehearsal.fields());
    }
}
