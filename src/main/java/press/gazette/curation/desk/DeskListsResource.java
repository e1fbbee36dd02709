package press.gazette.curation.desk;

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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import press.gazette.address.Slug;
import press.gazette.curation.CuratedList;
import press.gazette.curation.CuratedPage;
import press.gazette.curation.Sources;
import press.gazette.curation.draft.ListContent;
import press.gazette.curation.draft.ListKind;
import press.gazette.curation.draft.ListSettings;
import press.gazette.delivery.Delivery;
import press.gazette.delivery.Listing;
import press.gazette.desk.Desk;
import press.gazette.desk.WriteParameters;
import press.gazette.json.MergePatch;
import press.gazette.problem.Problem;
import press.gazette.security.Scope;
import press.gazette.tag.VocabularyLock;

/** Curated lists for editors: the working draft of each. What readers see changes with a publication only. */
@Path("/v1/desk/lists")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class DeskListsResource {

    private final Desk desk;
    private final FrontDesk front;
    private final Delivery delivery;

    DeskListsResource(Desk desk, FrontDesk front, Delivery delivery) {
        this.desk = desk;
        this.front = front;
        this.delivery = delivery;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "createList",
            summary = "Create a curated list",
            description = "A draft without entries, which only the desk can see.")
    public RestResponse<DeskListView> create(@BeanParam WriteParameters how, ListSettings draft) {
        return desk.create(how, () -> founded(draft), front::view, list -> "/v1/desk/lists/" + list.key());
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
            description = "The working draft with all its entries, those flagged that readers would not be shown now.")
    public RestResponse<DeskListView> one(
            @Parameter(description = "The list's key.", example = "editors-picks") @PathParam("key") String key) {
        return desk.show(() -> front.find(key), front::view);
    }

    @PATCH
    @Path("{key}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "changeList",
            summary = "Change the settings of a list",
            description =
                    "Saves a new revision: title, kind, bounds, groups, fill, exclusions. Entries are resources of "
                            + "their own. Readers go on seeing what they see until a revision is published.")
    public RestResponse<DeskListView> change(
            @BeanParam WriteParameters how,
            @Parameter(description = "The list's key.", example = "editors-picks") @PathParam("key") String key,
            MergePatch<ListSettings> patch) {
        return desk.change(how, front.locked(key), list -> changed(list, patch), front::view);
    }

    @DELETE
    @Path("{key}")
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "removeList",
            summary = "Remove a list",
            description = "Only a list that readers have never seen, that stands on no page and fills no other list.")
    public RestResponse<Void> remove(
            @BeanParam WriteParameters how,
            @Parameter(description = "The list's key.", example = "editors-picks") @PathParam("key") String key) {
        return desk.remove(how, front.locked(key), DeskListsResource::removed);
    }

    private CuratedList founded(ListSettings draft) {
        VocabularyLock.share();
        ListSettings settings = Resolving.settings(draft, null, front.now());
        ListContent content = ListContent.of(settings);
        front.cost().checkDraft(UUID.randomUUID(), null, content, "/fill");
        return CuratedList.found(key(draft), content, draft.note(), front.editor(), front.now());
    }

    private static Slug key(ListSettings draft) {
        if (draft.key() != null) {
            if (CuratedList.atDesk(draft.key()).isPresent()) {
                throw Problem.invalidContent("/key", "Another list has this key.");
            }
            return new Slug(draft.key());
        }
        return Slug.from(draft.title(), "list")
                .free(key -> CuratedList.atDesk(key.value()).isEmpty());
    }

    private void changed(CuratedList list, MergePatch<ListSettings> patch) {
        ListContent draft = list.draft();
        ListSettings current = Names.of(List.of(draft)).settings(list.key(), draft.settings());
        boolean becomesManual = patch.sets("kind", ListKind.MANUAL.word) && !patch.names("fill");
        ListSettings patched = patch.applyTo(becomesManual ? current.unfilled() : current);
        if (!Objects.requireNonNullElse(patched.key(), list.key()).equals(list.key())) {
            throw Problem.invalidContent("/key", "The key of a list never changes: readers and clients have it.");
        }
        front.save(list, draft.with(Resolving.settings(patched, list, front.now())), patched.note(), "/fill");
    }

    private static void removed(CuratedList list) {
        if (CuratedPage.has(list)) {
            throw Problem.conflict("The list stands on a page: take it out there first.");
        }
        if (Sources.include(list.id())) {
            throw Problem.conflict("Another list is filled from this one: change that one first.");
        }
        list.discard();
    }
}
