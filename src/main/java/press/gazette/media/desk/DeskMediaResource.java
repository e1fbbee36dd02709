package press.gazette.media.desk;

import java.time.Clock;
import java.time.Instant;

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
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.delivery.Delivery;
import press.gazette.desk.Desk;
import press.gazette.desk.DeskCollection;
import press.gazette.desk.WriteParameters;
import press.gazette.json.MergePatch;
import press.gazette.media.Media;
import press.gazette.media.MediaRef;
import press.gazette.media.Picture;
import press.gazette.media.PictureUses;
import press.gazette.media.file.StoredFile;
import press.gazette.media.rendition.Presets;
import press.gazette.paging.Listing;
import press.gazette.security.Callers;
import press.gazette.security.Scope;

/** The pictures, films, sounds and documents of the desk. */
@Serves(Kind.DESK)
@Path("/v1/desk/media")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class DeskMediaResource {

    static final DeskCollection<Media> PICTURES =
            new DeskCollection<>("/v1/desk/media", Media::id, DeskCollection.NO_LOCK);

    private final Desk desk;
    private final Delivery delivery;
    private final PictureUses pictureUses;
    private final Callers callers;
    private final Presets presets;
    private final Clock clock;

    DeskMediaResource(
            Desk desk, Delivery delivery, PictureUses pictureUses, Callers callers, Presets presets, Clock clock) {
        this.desk = desk;
        this.delivery = delivery;
        this.pictureUses = pictureUses;
        this.callers = callers;
        this.presets = presets;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "createPicture",
            summary = "File a picture, film, sound or document",
            description =
                    "With JSON: creates the description of a picture whose file is elsewhere. With a file, raw or as the "
                            + "only part of a form: stores it and creates its description. The first bytes tell its type: MP3, "
                            + "M4A, MP4 or PDF.")
    public RestResponse<DeskMediaView> create(@BeanParam WriteParameters how, MediaDraft draft) {
        return desk.create(
                        how,
                        PICTURES,
                        edit -> Media.create(draft.requireElsewhere().picture(), draft.licence(), edit.at()))
                .shownAs(DeskMediaView::of);
    }

    @GET
    @RolesAllowed(Scope.READ)
    @Operation(
            operationId = "listPictures",
            summary = "List media",
            description =
                    "All pictures, films, sounds and documents, the newest first, including those whose rights have ended.")
    public RestResponse<Listing<DeskMediaView>> list(@BeanParam DeskMediaParameters parameters) {
        DeskMediaQuery query = DeskMediaQuery.parse(parameters);
        return delivery.deskListing(query.address(), query.limit(), query.page(pictureUses, clock.instant()));
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Scope.READ)
    @Operation(operationId = "getPicture", summary = "Read a picture", description = "The picture with this id.")
    public RestResponse<DeskMediaView> one(@PathParam("id") MediaRef picture) {
        Media media = picture.find();
        return desk.show(media, DeskMediaView.of(media));
    }

    @GET
    @Path("{id}/uses")
    @RolesAllowed(Scope.READ)
    @Operation(
            operationId = "listUsesOfPicture",
            summary = "Show where a picture is used",
            description =
                    "The articles, tags and lists that use a picture, film, sound or document in their live or working "
                            + "form, and the site: at most " + MediaUsesView.MOST
                            + " of each kind, the newest articles first.")
    public RestResponse<MediaUsesView> uses(@PathParam("id") MediaRef picture) {
        return RestResponse.ok(MediaUsesView.of(picture.find().id(), pictureUses));
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "changePicture",
            summary = "Change a picture",
            description = "Changes a picture wherever it is shown, and the end of its rights. A picture "
                    + "that readers can see also needs the scope desk:publish.")
    public RestResponse<DeskMediaView> change(
            @BeanParam WriteParameters how, @PathParam("id") MediaRef picture, MergePatch<MediaDraft> patch) {
        return desk.on(picture)
                .write(how, (media, edit) -> change(media, patch, edit.at()))
                .shownAs(DeskMediaView::of);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "removePicture",
            summary = "Remove a picture",
            description = "Removes a picture that no article and no tag uses. To hide a picture that is in use, "
                    + "end its rights. A picture in a public list also needs the scope desk:publish.")
    public RestResponse<Void> remove(@BeanParam WriteParameters how, @PathParam("id") MediaRef picture) {
        return desk.on(picture)
                .remove(how, (media, edit) -> media.discard(pictureUses.isShown(media.id(), edit.at()), edit.at()))
                .acknowledged();
    }

    private void change(Media media, MergePatch<MediaDraft> patch, Instant now) {
        MediaDraft current = MediaDraft.of(media);
        MediaDraft patched = patch.applyTo(current);
        MediaDraft draft = media.file() == null ? patched.requireElsewhere() : patched.requireFileOf(current);
        presets.requireCropping(draft.crops(), current.crops());
        boolean shown = pictureUses.isShown(media.id(), now);
        if (shown && !draft.equals(current)) {
            // The ledger records a later end of rights when it comes; the scope must be checked now.
            callers.requireToPublish();
        }
        Picture described = described(media, current, draft);
        media.crop(draft.crops());
        media.revise(described, draft.licence(), shown, now);
    }

    /** The picture of a draft. Another focus, or other crops, give a stored picture other renditions. */
    private Picture described(Media media, MediaDraft current, MediaDraft draft) {
        StoredFile file = media.file();
        Picture described = draft.picture();
        return file == null || draft.framing().equals(current.framing())
                ? described
                : described.of(media.id(), file, presets.plan(file, draft.framing()));
    }
}
