package press.gazette.article.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.article.Article;
import press.gazette.desk.Desk;
import press.gazette.desk.WriteParameters;
import press.gazette.security.Scope;

/** Shows articles to readers, and takes them back. */
@Path("/v1/desk/articles/{ref}/publication")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class PublicationResource {

    private final Desk desk;
    private final Newsdesk newsdesk;

    PublicationResource(Desk desk, Newsdesk newsdesk) {
        this.desk = desk;
        this.newsdesk = newsdesk;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.PUBLISH)
    @Operation(
            operationId = "publishArticle",
            summary = "Publish an article",
            description =
                    "Puts the working draft before readers, unless an embargo holds it back. Of a published article it is one new version; significant says whether readers should hear of it.")
    public RestResponse<DeskArticle> put(
            @BeanParam WriteParameters how,
            @Parameter(description = "The article's id or slug.", example = "gas-contract-averil") @PathParam("ref")
                    String ref,
            PublicationDraft draft) {
        return desk.put(how, newsdesk.locked(ref), newsdesk.put(draft::publish), newsdesk::checked);
    }

    @DELETE
    @RolesAllowed(Scope.PUBLISH)
    @Operation(
            operationId = "unpublishArticle",
            summary = "Unpublish an article",
            description =
                    "Takes the article back to the desk as a draft. Readers find nothing there any more; withdraw it to tell them that it is gone.")
    public RestResponse<DeskArticle> delete(
            @BeanParam WriteParameters how,
            @Parameter(description = "The article's id or slug.", example = "gas-contract-averil") @PathParam("ref")
                    String ref) {
        return desk.change(how, newsdesk.locked(ref), newsdesk.moved(Article::unpublish), newsdesk.view(how));
    }
}
