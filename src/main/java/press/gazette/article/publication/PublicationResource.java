package press.gazette.article.publication;

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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.article.Article;
import press.gazette.article.ArticleRef;
import press.gazette.article.desk.DeskArticle;
import press.gazette.article.draft.PublicationDraft;
import press.gazette.desk.Desk;
import press.gazette.desk.WriteParameters;
import press.gazette.security.Scope;

/** Publishes articles and unpublishes them. */
@Serves(Kind.DESK)
@Path("/v1/desk/articles/{ref}/publication")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class PublicationResource {

    private final Desk desk;

    PublicationResource(Desk desk) {
        this.desk = desk;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.PUBLISH)
    @Operation(
            operationId = "publishArticle",
            summary = "Publish an article",
            description = "Puts the working draft before readers, unless an embargo holds it back. A published "
                    + "article gets one new version; significant says that readers should notice it.")
    public RestResponse<DeskArticle> put(
            @BeanParam WriteParameters how, @PathParam("ref") ArticleRef article, PublicationDraft draft) {
        return desk.on(article)
                .put(how, (story, edit) -> PictureRules.kept(story).publish(draft, edit))
                .shownAs(DeskArticle::checked);
    }

    @DELETE
    @RolesAllowed(Scope.PUBLISH)
    @Operation(
            operationId = "unpublishArticle",
            summary = "Unpublish an article",
            description = "Takes the article back to the desk as a draft. Its "
                    + "address responds with 404; withdraw it instead for a 410.")
    public RestResponse<DeskArticle> delete(@BeanParam WriteParameters how, @PathParam("ref") ArticleRef article) {
        return desk.on(article).write(how, Article::unpublish).shownAs(DeskArticle.written(how));
    }
}
