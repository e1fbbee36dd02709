package press.gazette.article.desk;

import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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

import press.gazette.article.draft.ArticleDraft;
import press.gazette.article.draft.Revision;
import press.gazette.delivery.Delivery;
import press.gazette.delivery.Listing;
import press.gazette.desk.Desk;
import press.gazette.desk.WriteParameters;
import press.gazette.json.MergePatch;
import press.gazette.security.Scope;

/** Articles for editors: what is written, published or not. What readers see changes with a publication only. */
@Path("/v1/desk/articles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class DeskArticlesResource {

    private final Desk desk;
    private final Newsdesk newsdesk;
    private final Delivery delivery;

    DeskArticlesResource(Desk desk, Newsdesk newsdesk, Delivery delivery) {
        this.desk = desk;
        this.newsdesk = newsdesk;
        this.delivery = delivery;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "createArticle",
            summary = "Write an article",
            description = "Makes a draft that only the desk can see. Without a slug it gets one made from its title.")
    public RestResponse<DeskArticle> create(@BeanParam WriteParameters how, ArticleDraft draft) {
        return desk.create(
                how, newsdesk.begun(draft), newsdesk.view(how), article -> "/v1/desk/articles/" + article.id());
    }

    @GET
    @RolesAllowed(Scope.READ)
    @Operation(
            operationId = "listDeskArticles",
            summary = "List articles at the desk",
            description = "All articles, whatever their state, the last edited first.")
    public RestResponse<Listing<DeskArticleCard>> list(
            @Parameter(description = "Only these: draft, scheduled, published or withdrawn.", example = "draft")
                    @QueryParam("status")
                    @Nullable
                    String status,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        DeskArticleQuery query = DeskArticleQuery.parse(status, limit, cursor);
        return delivery.deskListing(query.address(), query.limit(), query.page());
    }

    @GET
    @Path("{ref}")
    @RolesAllowed(Scope.READ)
    @Operation(
            operationId = "getDeskArticle",
            summary = "Read an article at the desk",
            description = "The working draft and the state of one article by its id or current slug.")
    public RestResponse<DeskArticle> one(
            @Parameter(description = "The article's id or slug.", example = "gas-contract-averil") @PathParam("ref")
                    String ref,
            @Parameter(
                            description =
                                    "Adds tags, image or related of the draft in the member included, separated by "
                                            + "commas. It may change without the ETag.",
                            example = "tags,image")
                    @QueryParam("include")
                    @Nullable
                    String include) {
        Set<DeskInclusions.Kind> kinds = DeskInclusions.parse(include);
        return desk.show(() -> newsdesk.find(ref), article -> DeskArticle.including(article, kinds));
    }

    @PATCH
    @Path("{ref}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "editArticle",
            summary = "Edit an article",
            description = "Saves a new revision. Readers of a published article go on seeing what they see until it is "
                    + "published again.")
    public RestResponse<DeskArticle> edit(
            @BeanParam WriteParameters how,
            @Parameter(description = "The article's id or slug.", example = "gas-contract-averil") @PathParam("ref")
                    String ref,
            MergePatch<ArticleDraft> patch) {
        return desk.change(
                how,
                newsdesk.locked(ref),
                newsdesk.saved(article -> patch.applyTo(Revision.working(article))),
                newsdesk.view(how));
    }

    @DELETE
    @Path("{ref}")
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "discardArticle",
            summary = "Discard a draft",
            description =
                    "Removes an article that readers have never seen, with all its revisions. What they have seen can "
                            + "be unpublished or withdrawn, not removed: its address stays taken.")
    public RestResponse<Void> discard(
            @BeanParam WriteParameters how,
            @Parameter(description = "The article's id or slug.", example = "gas-contract-averil") @PathParam("ref")
                    String ref) {
        return desk.remove(how, newsdesk.locked(ref), Revision::discard);
    }
}
