package press.gazette.desk;

import java.util.List;

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

import io.quarkus.hibernate.orm.panache.Panache;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.delivery.Delivery;
import press.gazette.json.MergePatch;
import press.gazette.paging.Cursor;
import press.gazette.paging.Limit;
import press.gazette.paging.Listing;
import press.gazette.paging.ListingAddress;
import press.gazette.paging.Page;
import press.gazette.problem.Problem;

/** A resource like those of the desk, for tests only. */
@Serves(Kind.DESK)
@Path("/v1/desk/notes")
@Produces(MediaType.APPLICATION_JSON)
public class NotesResource {

    private static final DeskCollection<Note> NOTES =
            new DeskCollection<>("/v1/desk/notes", note -> note.id, DeskCollection.NO_LOCK);

    private final Desk desk;
    private final Delivery delivery;

    NotesResource(Desk desk, Delivery delivery) {
        this.desk = desk;
        this.delivery = delivery;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public RestResponse<NoteView> create(@BeanParam WriteParameters how, NoteDraft draft) {
        return desk.create(how, NOTES, edit -> write(draft)).shownAs(NoteView::of);
    }

    @GET
    @Operation(hidden = true)
    public RestResponse<Listing<NoteView>> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        ListingAddress address = ListingAddress.of("/v1/desk/notes");
        Limit most = Limit.parse(limit);
        String after =
                cursor == null ? "" : Cursor.decode(cursor, address, 1).key().get(0);
        List<Note> rows = Note.<Note>find("slug > ?1 order by slug", after)
                .range(0, most.value())
                .list();
        Page<Note> page = Page.of(rows, most, note -> Cursor.of(note.slug));
        return delivery.deskListing(
                address, most, page.with(page.items().stream().map(NoteView::of).toList()));
    }

    @GET
    @Path("{id}")
    @Operation(hidden = true)
    public RestResponse<NoteView> show(@PathParam("id") String id) {
        Note note = Note.found(id);
        return desk.show(note, NoteView.of(note));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public RestResponse<NoteView> replace(@BeanParam WriteParameters how, @PathParam("id") String id, NoteDraft draft) {
        return on(id).write(how, (note, edit) -> note.revise(draft)).shownAs(NoteView::of);
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(hidden = true)
    public RestResponse<NoteView> change(
            @BeanParam WriteParameters how, @PathParam("id") String id, MergePatch<NoteDraft> patch) {
        return on(id).write(how, (note, edit) -> note.revise(patch.applyTo(note.draft())))
                .shownAs(NoteView::of);
    }

    @DELETE
    @Path("{id}")
    @Operation(hidden = true)
    public RestResponse<Void> remove(@BeanParam WriteParameters how, @PathParam("id") String id) {
        return on(id).remove(how, (note, edit) -> note.delete()).acknowledged();
    }

    /** A part of a note that is created by PUT. */
    @PUT
    @Path("{id}/pin")
    @Operation(hidden = true)
    public RestResponse<NoteView> pin(@BeanParam WriteParameters how, @PathParam("id") String id) {
        return on(id).put(how, (note, edit) -> pin(note)).shownAs(NoteView::of);
    }

    private static boolean pin(Note note) {
        boolean pinned = note.slug.startsWith("pinned-");
        note.slug = pinned ? note.slug : "pinned-" + note.slug;
        return !pinned;
    }

    private WriteTarget<Note> on(String id) {
        return desk.on(() -> Note.locked(id));
    }

    /** Two titles are special: one is rejected after it was written, one fails. */
    private static Note write(NoteDraft draft) {
        Note note = Note.write(draft);
        if (draft.title().equals("refused")) {
            Panache.getEntityManager().flush();
            throw Problem.conflict("Refused, for the test.");
        }
        if (draft.title().equals("failing")) {
            throw new IllegalStateException("Failing, for the test");
        }
        return note;
    }
}
