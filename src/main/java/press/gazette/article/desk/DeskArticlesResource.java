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

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.article.Article;
import press.gazette.article.ArticleRef;
import press.gazette.article.draft.ArticleDraft;
import press.gazette.article.draft.NewArticle;
import press.gazette.delivery.Delivery;
import press.gazette.desk.Desk;
import press.gazette.desk.DeskCollection;
import press.gazette.desk.LossReport;
import press.gazette.desk.WriteParameters;
import press.gazette.json.MergePatch;
import press.gazette.paging.Listing;
import press.gazette.security.Scope;
import press.gazette.tag.VocabularyLock;

/** Articles for editors, published or not. Readers see an edit of a published article with its next publication. */
@Serves(Kind.DESK)
@Path("/v1/desk/articles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class DeskArticlesResource {

    /** The collection that new articles join. */
    public static final DeskCollection<Article> ARTICLES =
            new DeskCollection<>("/v1/desk/articles", Article::id, VocabularyLock::share);

    private final Desk desk;
    private final Delivery delivery;

    DeskArticlesResource(Desk desk, Delivery delivery) {
        this.desk = desk;
        this.delivery = delivery;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "createArticle",
            summary = "Write an article",
            description = "Creates a draft that only the desk can see. Without a slug, one is made from the title. An "
                    + "article of another system brings its former slugs and its identity there.")
    public RestResponse<DeskArticle> create(
            @BeanParam WriteParameters how, @QueryParam("strict") @Nullable String strict, NewArticle draft) {
        LossReport losses = LossReport.parse(strict);
        return desk.create(how, ARTICLES, edit -> Article.begin(draft, losses, edit))
                .shownAs(DeskArticle.written(how, losses));
    }

    @GET
    @RolesAllowed(Scope.READ)
    @Operation(
            operationId = "listDeskArticles",
            summary = "List articles at the desk",
            description =
                    "Articles of every status, the last edited first. q and the filters look at working drafts. A page "
                            + "examines the next 20,000 articles at most, so it may have fewer items than its limit, or none, and "
                            + "still a next page.")
    public RestResponse<Listing<DeskArticleCard>> list(@BeanParam DeskArticleParameters parameters) {
        DeskArticleQuery query = DeskArticleQuery.parse(parameters);
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
            @PathParam("ref") ArticleRef article,
            @Parameter(
                            description = "Adds the tags, image or related articles of the draft in the member "
                                    + "included; separated by commas. included may change without a new ETag.",
                            example = "tags,image")
                    @QueryParam("include")
                    @Nullable
                    String include) {
        Set<DeskInclusions.Kind> kinds = DeskInclusions.parse(include);
        Article story = article.find();
        return desk.show(story, DeskArticle.including(story, kinds));
    }

    @PATCH
    @Path("{ref}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "editArticle",
            summary = "Edit an article",
            description =
                    "Saves a new revision. Readers of a published article see the live revision until the next publication.")
    public RestResponse<DeskArticle> edit(
            @BeanParam WriteParameters how,
            @PathParam("ref") ArticleRef article,
            @QueryParam("strict") @Nullable String strict,
            MergePatch<ArticleDraft> patch) {
        LossReport losses = LossReport.parse(strict);
        return desk.on(article)
                .write(how, (story, edit) -> story.save(story.workingDraft().changedBy(patch), losses, edit))
                .shownAs(DeskArticle.written(how, losses));
    }

    @DELETE
    @Path("{ref}")
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "discardArticle",
            summary = "Discard a draft",
            description = "Removes an article that readers have never seen, with all its revisions. An article that "
                    + "they have seen can be unpublished or withdrawn but not removed: its address stays taken.")
    public RestResponse<Void> discard(@BeanParam WriteParameters how, @PathParam("ref") ArticleRef article) {
        return desk.on(article).remove(how, (story, edit) -> story.discard()).acknowledged();
    }
}
