package press.gazette.curation.desk;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

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
import press.gazette.curation.ListKey;
import press.gazette.curation.Sources;
import press.gazette.curation.content.ListContent;
import press.gazette.curation.content.ListKind;
import press.gazette.curation.draft.ListSettings;
import press.gazette.curation.resolver.ReadingCost;
import press.gazette.delivery.Delivery;
import press.gazette.desk.Desk;
import press.gazette.desk.DeskCollection;
import press.gazette.desk.WriteParameters;
import press.gazette.json.MergePatch;
import press.gazette.paging.Listing;
import press.gazette.problem.Problem;
import press.gazette.security.Scope;
import press.gazette.tag.VocabularyLock;

/** The working drafts of curated lists, for editors. Only a publication changes the public lists. */
@Serves(Kind.DESK)
@Path("/v1/desk/lists")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class DeskListsResource {

    private static final DeskCollection<CuratedList> LISTS =
            new DeskCollection<>("/v1/desk/lists", CuratedList::key, VocabularyLock::share);

    private final Desk desk;
    private final ReadingCost cost;
    private final Delivery delivery;
    private final Clock clock;

    DeskListsResource(Desk desk, ReadingCost cost, Delivery delivery, Clock clock) {
        this.desk = desk;
        this.cost = cost;
        this.delivery = delivery;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "createList",
            summary = "Create a curated list",
            description = "The new list is a draft without entries that only the desk can see.")
    public RestResponse<DeskListView> create(@BeanParam WriteParameters how, ListSettings draft) {
        return desk.create(how, LISTS, edit -> create(draft, edit)).shownAs(DeskListView::of);
    }

    @GET
    @RolesAllowed(Scope.READ)
    @Operation(
            operationId = "listDeskLists",
            summary = "List curated lists at the desk",
            description = "All lists, public or not, in the order of their keys.")
    public RestResponse<Listing<DeskListCard>> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        DeskListQuery query = DeskListQuery.parse(limit, cursor);
        return delivery.deskListing(DeskListQuery.ADDRESS, query.limit(), query.page());
    }

    @GET
    @Path("{key}")
    @RolesAllowed(Scope.READ)
    @Operation(
            operationId = "getDeskList",
            summary = "Read a curated list at the desk",
            description =
                    "The working draft with all its entries. Entries that readers would not be shown now are flagged.")
    public RestResponse<DeskListView> one(@PathParam("key") ListKey list) {
        CuratedList found = list.find();
        return desk.show(found, DeskListView.of(found, clock.instant()));
    }

    @PATCH
    @Path("{key}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "changeList",
            summary = "Change the settings of a list",
            description =
                    "Saves a new revision of title, kind, bounds, groups, fill and exclusions. Entries are resources "
                            + "of their own. Nothing changes for readers until a revision is published.")
    public RestResponse<DeskListView> change(
            @BeanParam WriteParameters how, @PathParam("key") ListKey list, MergePatch<ListSettings> patch) {
        return desk.on(list)
                .write(how, (found, edit) -> change(found, patch, edit))
                .shownAs(DeskListView::of);
    }

    @DELETE
    @Path("{key}")
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "removeList",
            summary = "Remove a list",
            description = "Removes a list that was never public, is on no page and fills no other list.")
    public RestResponse<Void> remove(@BeanParam WriteParameters how, @PathParam("key") ListKey list) {
        return desk.on(list).remove(how, (found, edit) -> remove(found)).acknowledged();
    }

    private CuratedList create(ListSettings draft, Edit edit) {
        ListContent content = ListContent.of(ListReferences.stored(draft, null, edit.at()));
        cost.checkDraft(UUID.randomUUID(), null, content, "/fill", edit.at());
        return CuratedList.create(key(draft), content, draft.note(), edit);
    }

    private static Slug key(ListSettings draft) {
        if (draft.key() != null) {
            if (CuratedList.atDesk(draft.key()).isPresent()) {
                throw Problem.invalidContent("/key", "Another list has this key.");
            }
            return new Slug(draft.key());
        }
        return Slug.from(draft.title(), NewsroomLanguage.tag(), "list")
                .free(key -> CuratedList.atDesk(key.value()).isEmpty());
    }

    private void change(CuratedList list, MergePatch<ListSettings> patch, Edit edit) {
        ListContent draft = list.draft();
        ListSettings current = ListReferences.of(List.of(draft)).draft(list.key(), draft.settings());
        boolean becomesManual = patch.sets("kind", ListKind.MANUAL.word) && !patch.names("fill");
        ListSettings patched = patch.applyTo(becomesManual ? current.unfilled() : current);
        if (!Objects.requireNonNullElse(patched.key(), list.key()).equals(list.key())) {
            throw Problem.invalidContent("/key", "The key of a list never changes: readers and clients know it.");
        }
        ListContent content = draft.with(ListReferences.stored(patched, list, edit.at()));
        list.save(cost.checked(list, content, "/fill", edit.at()), patched.note(), edit);
    }

    private static void remove(CuratedList list) {
        if (CuratedPage.has(list)) {
            throw Problem.conflict("The list is on a page: remove it from the page first.");
        }
        if (Sources.include(list.id())) {
            throw Problem.conflict("Another list takes from this one: change that list first.");
        }
        list.discard();
    }
}
