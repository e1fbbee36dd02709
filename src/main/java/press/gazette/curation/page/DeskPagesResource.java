package press.gazette.curation.page;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

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

import press.gazette.address.Slug;
import press.gazette.curation.CuratedList;
import press.gazette.curation.CuratedPage;
import press.gazette.curation.Key;
import press.gazette.curation.desk.FrontDesk;
import press.gazette.delivery.Delivery;
import press.gazette.delivery.Listing;
import press.gazette.desk.Desk;
import press.gazette.desk.WriteParameters;
import press.gazette.json.MergePatch;
import press.gazette.problem.Problem;
import press.gazette.security.Scope;

/** Pages for editors. A page has no draft: readers see each change at once, so writing needs the scope to publish. */
@Path("/v1/desk/pages")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class DeskPagesResource {

    private final Desk desk;
    private final FrontDesk front;
    private final Delivery delivery;

    DeskPagesResource(Desk desk, FrontDesk front, Delivery delivery) {
        this.desk = desk;
        this.front = front;
        this.delivery = delivery;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.PUBLISH)
    @Operation(
            operationId = "createPage",
            summary = "Create a page",
            description = "Lists in the order to show; public at once.")
    public RestResponse<DeskPageView> create(@BeanParam WriteParameters how, PageDraft draft) {
        return desk.create(how, () -> founded(draft), DeskPageView::of, page -> "/v1/desk/pages/" + page.key());
    }

    @GET
    @RolesAllowed(Scope.READ)
    @Operation(operationId = "listDeskPages", summary = "List pages", description = "In the order of their keys.")
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
            description = "All its lists, public or not.")
    public RestResponse<DeskPageView> one(
            @Parameter(description = "The page's key.", example = "home") @PathParam("key") String key) {
        Key.check(key, "page");
        return desk.show(() -> CuratedPage.atDesk(key).orElseThrow(() -> Problem.notFound("page")), DeskPageView::of);
    }

    @PATCH
    @Path("{key}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Scope.PUBLISH)
    @Operation(
            operationId = "changePage",
            summary = "Change a page",
            description = "Its title, its lists and their order; readers see it at once.")
    public RestResponse<DeskPageView> change(
            @BeanParam WriteParameters how,
            @Parameter(description = "The page's key.", example = "home") @PathParam("key") String key,
            MergePatch<PageDraft> patch) {
        return desk.change(how, locked(key), page -> changed(page, patch), DeskPageView::of);
    }

    @DELETE
    @Path("{key}")
    @RolesAllowed(Scope.PUBLISH)
    @Operation(
            operationId = "removePage",
            summary = "Remove a page",
            description = "Readers find nothing there any more; its lists stay.")
    public RestResponse<Void> remove(
            @BeanParam WriteParameters how,
            @Parameter(description = "The page's key.", example = "home") @PathParam("key") String key) {
        return desk.remove(how, locked(key), page -> page.discard(front.now()));
    }

    private static Supplier<CuratedPage> locked(String key) {
        Key.check(key, "page");
        return () -> CuratedPage.locked(key).orElseThrow(() -> Problem.notFound("page"));
    }

    private CuratedPage founded(PageDraft draft) {
        Slug key = key(draft);
        List<CuratedList> lists = draft.found();
        front.cost().checkPage(List.of(), lists);
        return CuratedPage.found(key, draft.title(), lists, front.editor(), front.now());
    }

    private static Slug key(PageDraft draft) {
        if (draft.key() == null) {
            return Slug.from(draft.title(), "page")
                    .free(key -> CuratedPage.atDesk(key.value()).isEmpty());
        }
        if (CuratedPage.atDesk(draft.key()).isPresent()) {
            throw Problem.invalidContent("/key", "Another page has this key; choose one.");
        }
        return new Slug(draft.key());
    }

    private void changed(CuratedPage page, MergePatch<PageDraft> patch) {
        PageDraft draft = patch.applyTo(PageDraft.of(page));
        if (!Objects.requireNonNullElse(draft.key(), page.key()).equals(page.key())) {
            throw Problem.invalidContent("/key", "The key of a page never changes: readers and clients have it.");
        }
        List<CuratedList> lists = draft.found();
        front.cost().checkPage(page.lists(), lists);
        page.revise(draft.title(), lists, front.editor(), front.now());
    }
}
