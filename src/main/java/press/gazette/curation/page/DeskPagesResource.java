package press.gazette.curation.page;

import java.util.List;
import java.util.Objects;

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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import press.gazette.address.NewsroomLanguage;
import press.gazette.address.Slug;
import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.change.Edit;
import press.gazette.curation.CuratedList;
import press.gazette.curation.CuratedPage;
import press.gazette.curation.PageKey;
import press.gazette.curation.resolver.ReadingCost;
import press.gazette.delivery.Delivery;
import press.gazette.desk.Desk;
import press.gazette.desk.DeskCollection;
import press.gazette.desk.WriteParameters;
import press.gazette.json.MergePatch;
import press.gazette.paging.Listing;
import press.gazette.problem.Problem;
import press.gazette.security.Scope;

/** Pages for editors. A page has no draft: each change is public at once, so writing needs the scope to publish. */
@Serves(Kind.DESK)
@Path("/v1/desk/pages")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class DeskPagesResource {

    private static final DeskCollection<CuratedPage> PAGES =
            new DeskCollection<>("/v1/desk/pages", CuratedPage::key, DeskCollection.NO_LOCK);

    private final Desk desk;
    private final ReadingCost cost;
    private final Delivery delivery;

    DeskPagesResource(Desk desk, ReadingCost cost, Delivery delivery) {
        this.desk = desk;
        this.cost = cost;
        this.delivery = delivery;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.PUBLISH)
    @Operation(
            operationId = "createPage",
            summary = "Create a page",
            description = "Creates a page of lists in the order to show; public at once.")
    public RestResponse<DeskPageView> create(@BeanParam WriteParameters how, PageDraft draft) {
        return desk.create(how, PAGES, edit -> create(draft, edit)).shownAs(DeskPageView::of);
    }

    @GET
    @RolesAllowed(Scope.READ)
    @Operation(
            operationId = "listDeskPages",
            summary = "List pages",
            description = "All pages in the order of their keys.")
    public RestResponse<Listing<DeskPageCard>> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        DeskPageQuery query = DeskPageQuery.parse(limit, cursor);
        return delivery.deskListing(DeskPageQuery.ADDRESS, query.limit(), query.page());
    }

    @GET
    @Path("{key}")
    @RolesAllowed(Scope.READ)
    @Operation(
            operationId = "getDeskPage",
            summary = "Read a page at the desk",
            description = "The page with all its lists, public or not.")
    public RestResponse<DeskPageView> one(@PathParam("key") PageKey page) {
        CuratedPage found = page.find();
        return desk.show(found, DeskPageView.of(found));
    }

    @PATCH
    @Path("{key}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Scope.PUBLISH)
    @Operation(
            operationId = "changePage",
            summary = "Change a page",
            description = "Changes title, lists and their order; public at once.")
    public RestResponse<DeskPageView> change(
            @BeanParam WriteParameters how, @PathParam("key") PageKey page, MergePatch<PageDraft> patch) {
        return desk.on(page)
                .write(how, (found, edit) -> change(found, patch, edit))
                .shownAs(DeskPageView::of);
    }

    @DELETE
    @Path("{key}")
    @RolesAllowed(Scope.PUBLISH)
    @Operation(operationId = "removePage", summary = "Remove a page", description = "Removes the page; its lists stay.")
    public RestResponse<Void> remove(@BeanParam WriteParameters how, @PathParam("key") PageKey page) {
        return desk.on(page)
                .remove(how, (found, edit) -> found.discard(edit.at()))
                .acknowledged();
    }

    private CuratedPage create(PageDraft draft, Edit edit) {
        Slug key = key(draft);
        List<CuratedList> lists = draft.found();
        cost.checkPage(List.of(), lists, edit.at());
        return CuratedPage.create(key, draft.title(), lists, edit);
    }

    private static Slug key(PageDraft draft) {
        if (draft.key() == null) {
            return Slug.from(draft.title(), NewsroomLanguage.tag(), "page")
                    .free(key -> CuratedPage.atDesk(key.value()).isEmpty());
        }
        if (CuratedPage.atDesk(draft.key()).isPresent()) {
            throw Problem.invalidContent("/key", "Another page has this key; choose one.");
        }
        return new Slug(draft.key());
    }

    private void change(CuratedPage page, MergePatch<PageDraft> patch, Edit edit) {
        PageDraft draft = patch.applyTo(PageDraft.of(page));
        if (!Objects.requireNonNullElse(draft.key(), page.key()).equals(page.key())) {
            throw Problem.invalidContent("/key", "The key of a page never changes: readers and clients know it.");
        }
        List<CuratedList> lists = draft.found();
        cost.checkPage(page.lists(), lists, edit.at());
        page.revise(draft.title(), lists, edit);
    }
}
