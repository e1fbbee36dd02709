package press.gazette.article.preview;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.article.ArticleRef;
import press.gazette.desk.Desk;
import press.gazette.desk.DeskCollection;
import press.gazette.desk.WriteParameters;
import press.gazette.paging.Listing;
import press.gazette.problem.Problem;
import press.gazette.security.Scope;

/** Preview links for people without a key: lawyers, interviewees, a frontend's preview. */
@Serves(Kind.DESK)
@Path("/v1/desk/previews")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class DeskPreviewsResource {

    private static final DeskCollection<Preview> PREVIEWS =
            new DeskCollection<>("/v1/desk/previews", Preview::id, DeskCollection.NO_LOCK);

    private final Desk desk;
    private final Previews previews;

    DeskPreviewsResource(Desk desk, Previews previews) {
        this.desk = desk;
        this.previews = previews;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "createPreview",
            summary = "Create a preview link",
            description = "A signed link to one article that expires. It always shows the working draft.")
    public RestResponse<PreviewView> create(@BeanParam WriteParameters how, PreviewDraft draft) {
        return desk.create(how, PREVIEWS, edit -> previews.grant(draft, edit)).shownAs(previews::view);
    }

    @GET
    @RolesAllowed(Scope.READ)
    @Operation(
            operationId = "listPreviews",
            summary = "List the preview links of an article",
            description = "All valid links, the latest first, in one page.")
    public RestResponse<Listing<PreviewView>> list(
            @Parameter(description = ArticleRef.DESCRIPTION, example = ArticleRef.EXAMPLE)
                    @QueryParam("article")
                    @Nullable
                    String article) {
        if (article == null) {
            throw Problem.invalidParameter("article", "The parameter article names the article: article=<id or slug>.");
        }
        return RestResponse.ok(Listing.whole(previews.ofArticle(article)));
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Scope.READ)
    @Operation(operationId = "getPreview", summary = "Read a preview link", description = "One preview link by its id.")
    public RestResponse<PreviewView> one(@PathParam("id") PreviewRef link) {
        Preview preview = link.find();
        return desk.show(preview, previews.view(preview));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "revokePreview",
            summary = "Revoke a preview link",
            description = "The link stops working on every node before the response is sent.")
    public RestResponse<Void> revoke(@BeanParam WriteParameters how, @PathParam("id") PreviewRef link) {
        return desk.on(link).remove(how, (preview, edit) -> preview.delete()).acknowledged();
    }
}
