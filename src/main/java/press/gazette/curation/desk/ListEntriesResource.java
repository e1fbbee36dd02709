package press.gazette.curation.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

import press.gazette.address.Id;
import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.change.Edit;
import press.gazette.curation.CuratedList;
import press.gazette.curation.ListKey;
import press.gazette.curation.content.ListContent;
import press.gazette.curation.content.ListEntry;
import press.gazette.curation.content.Placement;
import press.gazette.curation.draft.EntryDraft;
import press.gazette.curation.resolver.ReadingCost;
import press.gazette.desk.Desk;
import press.gazette.desk.WriteParameters;
import press.gazette.json.MergePatch;
import press.gazette.problem.Faults;
import press.gazette.problem.Problem;
import press.gazette.security.Scope;

/** The entries of a list's working draft. Each write saves a new revision of the list; If-Match takes the list's ETag. */
@Serves(Kind.DESK)
@Path("/v1/desk/lists/{key}/entries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class ListEntriesResource {

    private final Desk desk;
    private final ReadingCost cost;
    private final Clock clock;

    ListEntriesResource(Desk desk, ReadingCost cost, Clock clock) {
        this.desk = desk;
        this.cost = cost;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "placeEntry",
            summary = "Place something in a list",
            description =
                    "Adds an article, the latest of a tag, or a link, at the end of the order or before an entry.")
    public RestResponse<DeskListView> place(
            @BeanParam WriteParameters how,
            @PathParam("key") ListKey list,
            @Parameter(description = "The id of the entry that follows the new one. Absent: the new entry is the last.")
                    @QueryParam("before")
                    @Nullable
                    String before,
            EntryDraft draft) {
        return desk.on(list)
                .add(how, (found, edit) -> save(found, placed(found.draft(), draft, before, edit.at()), edit))
                .shownAs(DeskListView::of);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "replaceEntries",
            summary = "Replace all entries of a list",
            description =
                    "Replaces the entries of the working draft. An entry with the target of a former one takes over "
                            + "its id.")
    public RestResponse<DeskListView> replace(
            @BeanParam WriteParameters how, @PathParam("key") ListKey list, EntriesDraft draft) {
        return desk.on(list)
                .write(how, (found, edit) -> save(found, replaced(found.draft(), draft, edit.at()), edit))
                .shownAs(DeskListView::of);
    }

    @GET
    @Path("{entry}")
    @RolesAllowed(Scope.READ)
    @Operation(
            operationId = "getListEntry",
            summary = "Read an entry",
            description = "One entry of the working draft, with the ETag of its list.")
    public RestResponse<EntryView> one(@PathParam("key") ListKey list, @PathParam("entry") EntryId entry) {
        CuratedList found = list.find();
        ListContent alone = new ListContent(found.draft().settings(), List.of(entry.in(found)));
        return desk.show(found, DeskListView.entries(alone, clock.instant()).get(0));
    }

    @PATCH
    @Path("{entry}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "changeEntry",
            summary = "Change an entry",
            description = "Changes target, pin, group, window, overrides or supporting links.")
    public RestResponse<DeskListView> change(
            @BeanParam WriteParameters how,
            @PathParam("key") ListKey list,
            @PathParam("entry") EntryId entry,
            MergePatch<EntryDraft> patch) {
        return desk.on(list)
                .write(how, (found, edit) -> change(found, entry, patch, edit))
                .shownAs(DeskListView::of);
    }

    @DELETE
    @Path("{entry}")
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "removeEntry",
            summary = "Take an entry out of a list",
            description =
                    "Removes the entry from the working draft; earlier revisions still have it. Returns the list.")
    public RestResponse<DeskListView> remove(
            @BeanParam WriteParameters how, @PathParam("key") ListKey list, @PathParam("entry") EntryId entry) {
        UUID id = entry.id();
        return desk.on(list)
                .write(how, (found, edit) -> save(found, found.draft().without(id), edit))
                .shownAs(DeskListView::of);
    }

    private void change(CuratedList list, EntryId entry, MergePatch<EntryDraft> patch, Edit edit) {
        ListEntry current = entry.in(list);
        EntryDraft former = ListReferences.of(List.of(list.draft())).draft(current);
        Placement changed = ListReferences.stored(patch.applyTo(former), edit.at());
        save(list, list.draft().with(new ListEntry(current.id(), changed)), edit);
    }

    private void save(CuratedList list, ListContent content, Edit edit) {
        list.save(cost.checked(list, content, "", edit.at()), null, edit);
    }

    private static ListContent replaced(ListContent content, EntriesDraft draft, Instant now) {
        Faults faults = new Faults();
        List<Placement> placed = new ArrayList<>();
        for (int i = 0; i < draft.entries().size(); i++) {
            try {
                placed.add(ListReferences.stored(draft.entries().get(i), now));
            } catch (Problem fault) {
                int index = i;
                faults.addAll(() -> "/entries/" + index, fault);
            }
        }
        faults.refuse();
        return content.replaced(placed);
    }

    private static ListContent placed(ListContent content, EntryDraft draft, @Nullable String before, Instant now) {
        Optional<UUID> next = Optional.ofNullable(before)
                .map(text -> Id.of(text)
                        .map(Id::value)
                        .filter(id -> content.find(id).isPresent())
                        .orElseThrow(() -> Problem.invalidParameter("before", "The list has no such entry.")));
        return content.with(new ListEntry(UUID.randomUUID(), ListReferences.stored(draft, now)), next);
    }
}
