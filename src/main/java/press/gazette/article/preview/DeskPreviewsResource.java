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

import press.gazette.delivery.Listing;
import press.gazette.desk.Desk;
import press.gazette.desk.WriteParameters;
import press.gazette.problem.Problem;
import press.gazette.security.Scope;

/** Links that show an article to those who have no key: lawyers, people who were interviewed, a frontend's preview. */
@Path("/v1/desk/previews")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class DeskPreviewsResource {

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
            summary = "Make a link to a preview",
            description = "A signed link to one article that ends by itself. It always shows what was saved last.")
    public RestResponse<PreviewView> create(@BeanParam WriteParameters how, PreviewDraft draft) {
        return desk.create(
                how, previews.granted(draft), previews::view, preview -> "/v1/desk/previews/" + preview.id());
    }

    @GET
    @RolesAllowed(Scope.READ)
    @Operation(
            operationId = "listPreviews",
            summary = "List the links to an article",
            description = "All that are good, the latest first, in one page.")
    public RestResponse<Listing<PreviewView>> list(
            @Parameter(description = "The article's id or slug.", example = "gas-contract-averil")
                    @QueryParam("article")
                    @Nullable
                    String article) {
        if (article == null) {
            throw Problem.invalidParameter("article", "Say whose links: article=<id or slug>.");
        }
        return RestResponse.ok(Listing.whole(previews.ofArticle(article)));
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Scope.READ)
    @Operation(operationId = "getPreview", summary = "Read a link to a preview", description = "One link by its id.")
    public RestResponse<PreviewView> one(
            @Parameter(description = "The link's id.", example = "0199a3c5-1f5e-7c3a-8b1d-2f60c7b1a9e4")
                    @PathParam("id")
                    String id) {
        return desk.show(() -> previews.find(id), previews::view);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "revokePreview",
            summary = "Revoke a link to a preview",
            description = "From this answer on the link opens nothing, on any node.")
    public RestResponse<Void> revoke(
            @BeanParam WriteParameters how,
            @Parameter(description = "The link's id.", example = "0199a3c5-1f5e-7c3a-8b1d-2f60c7b1a9e4")
                    @PathParam("id")
                    String id) {
        return desk.remove(how, previews.locked(id), Preview::delete);
    }
}
