package press.gazette.curation.desk;

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

import press.gazette.address.Ref;
import press.gazette.curation.draft.EntryDraft;
import press.gazette.curation.draft.ListContent;
import press.gazette.curation.draft.ListEntry;
import press.gazette.desk.Desk;
import press.gazette.desk.Outcome;
import press.gazette.desk.WriteParameters;
import press.gazette.json.MergePatch;
import press.gazette.problem.Faults;
import press.gazette.problem.Problem;
import press.gazette.security.Scope;

/** The entries of a list's working draft. Each write is a new revision of the list, whose ETag goes into If-Match. */
@Path("/v1/desk/lists/{key}/entries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class ListEntriesResource {

    private final Desk desk;
    private final FrontDesk front;

    ListEntriesResource(Desk desk, FrontDesk front) {
        this.desk = desk;
        this.front = front;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "placeEntry",
            summary = "Place something in a list",
            description =
                    "An article, the latest of a tag, or a link; at the end of the order, or before another entry.")
    public RestResponse<DeskListView> place(
            @BeanParam WriteParameters how,
            @Parameter(description = "The list's key.", example = "editors-picks") @PathParam("key") String key,
            @Parameter(description = "The id of the entry before which it is placed. Without it, at the end.")
                    @QueryParam("before")
                    @Nullable
                    String before,
            EntryDraft draft) {
        return desk.put(
                how,
                front.locked(key),
                list -> {
                    front.saved(content -> placed(content, draft, before)).accept(list);
                    return Outcome.CREATED;
                },
                front::view);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "replaceEntries",
            summary = "Replace all entries of a list",
            description =
                    "The working draft has these entries then, in their order, and no others. What places the same as an "
                            + "entry before keeps its id.")
    public RestResponse<DeskListView> replace(
            @BeanParam WriteParameters how,
            @Parameter(description = "The list's key.", example = "editors-picks") @PathParam("key") String key,
            EntriesDraft draft) {
        return desk.change(how, front.locked(key), front.saved(content -> replaced(content, draft)), front::view);
    }

    @GET
    @Path("{entry}")
    @RolesAllowed(Scope.READ)
    @Operation(
            operationId = "getListEntry",
            summary = "Read an entry",
            description = "One entry of the working draft, with the ETag of its list.")
    public RestResponse<EntryView> one(
            @Parameter(description = "The list's key.", example = "editors-picks") @PathParam("key") String key,
            @Parameter(description = "The entry's id.") @PathParam("entry") String entry) {
        return desk.show(
                () -> front.find(key),
                list -> DeskListView.entries(
                                new ListContent(list.draft().settings(), List.of(front.entry(list, entry))),
                                front.now())
                        .get(0));
    }

    @PATCH
    @Path("{entry}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "changeEntry",
            summary = "Change an entry",
            description = "Its target, pin, group, window, own words or supporting links.")
    public RestResponse<DeskListView> change(
            @BeanParam WriteParameters how,
            @Parameter(description = "The list's key.", example = "editors-picks") @PathParam("key") String key,
            @Parameter(description = "The entry's id.") @PathParam("entry") String entry,
            MergePatch<EntryDraft> patch) {
        return desk.change(
                how,
                front.locked(key),
                list -> {
                    ListEntry current = front.entry(list, entry);
                    EntryDraft named = Names.of(List.of(list.draft())).entry(current);
                    EntryDraft changed = Resolving.entry(patch.applyTo(named), front.now());
                    front.saved(content -> content.with(new ListEntry(current.id(), changed)))
                            .accept(list);
                },
                front::view);
    }

    @DELETE
    @Path("{entry}")
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "removeEntry",
            summary = "Take an entry out of a list",
            description = "Earlier revisions keep it. The answer is the list without it.")
    public RestResponse<DeskListView> remove(
            @BeanParam WriteParameters how,
            @Parameter(description = "The list's key.", example = "editors-picks") @PathParam("key") String key,
            @Parameter(description = "The entry's id.") @PathParam("entry") String entry) {
        UUID id = front.entryId(entry);
        return desk.change(how, front.locked(key), front.saved(content -> content.without(id)), front::view);
    }

    private ListContent replaced(ListContent content, EntriesDraft draft) {
        Faults faults = new Faults();
        List<EntryDraft> placed = new ArrayList<>();
        for (int i = 0; i < draft.entries().size(); i++) {
            try {
                placed.add(Resolving.entry(draft.entries().get(i), front.now()));
            } catch (Problem fault) {
                int index = i;
                faults.addAll(() -> "/entries/" + index, fault);
            }
        }
        faults.refuse();
        return content.replaced(placed);
    }

    private ListContent placed(ListContent content, EntryDraft draft, @Nullable String before) {
        Optional<UUID> next = Optional.ofNullable(before)
                .map(text -> Ref.of(text)
                        .map(Ref::id)
                        .filter(id -> content.find(id).isPresent())
                        .orElseThrow(() -> Problem.invalidParameter("before", "The list has no such entry.")));
        return content.with(new ListEntry(UUID.randomUUID(), Resolving.entry(draft, front.now())), next);
    }
}
