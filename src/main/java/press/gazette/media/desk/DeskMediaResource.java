package press.gazette.media.desk;

import java.time.Clock;
import java.time.Instant;
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

import press.gazette.address.Ref;
import press.gazette.delivery.Delivery;
import press.gazette.delivery.Listing;
import press.gazette.desk.Desk;
import press.gazette.desk.WriteParameters;
import press.gazette.json.MergePatch;
import press.gazette.media.Media;
import press.gazette.media.Showcases;
import press.gazette.problem.Problem;
import press.gazette.security.Callers;
import press.gazette.security.Scope;

/** Pictures as editors keep them. */
@Path("/v1/desk/media")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class DeskMediaResource {

    private final Desk desk;
    private final Delivery delivery;
    private final Showcases showcases;
    private final Callers callers;
    private final Clock clock;

    DeskMediaResource(Desk desk, Delivery delivery, Showcases showcases, Callers callers, Clock clock) {
        this.desk = desk;
        this.delivery = delivery;
        this.showcases = showcases;
        this.callers = callers;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "createPicture",
            summary = "File a picture",
            description = "Describes a picture whose file is elsewhere, so that articles and tags can show it.")
    public RestResponse<DeskMediaView> create(@BeanParam WriteParameters how, MediaDraft draft) {
        return desk.create(
                how,
                () -> Media.file(draft.picture(), draft.rightsExpireAt(), clock.instant()),
                DeskMediaView::of,
                media -> "/v1/desk/media/" + media.id());
    }

    @GET
    @RolesAllowed(Scope.READ)
    @Operation(
            operationId = "listPictures",
            summary = "List pictures",
            description = "All pictures, the newest first, those included whose rights have ended.")
    public RestResponse<Listing<DeskMediaView>> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        DeskMediaQuery query = DeskMediaQuery.parse(limit, cursor);
        return delivery.deskListing(DeskMediaQuery.ADDRESS, query.limit(), query.page());
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Scope.READ)
    @Operation(operationId = "getPicture", summary = "Read a picture", description = "One picture by its id.")
    public RestResponse<DeskMediaView> one(
            @Parameter(description = "The picture's id.", example = "0199a3c5-1f5e-7c3a-8b1d-2f60c7b1a9e4")
                    @PathParam("id")
                    String id) {
        UUID parsed = id(id);
        return desk.show(
                () -> Media.<Media>findByIdOptional(parsed).orElseThrow(DeskMediaResource::unknown), DeskMediaView::of);
    }

    @PATCH
    @Path("{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "changePicture",
            summary = "Change a picture",
            description =
                    "What goes with it, wherever it is shown; and when its rights end. A picture that stands where readers "
                            + "see it needs the scope desk:publish as well.")
    public RestResponse<DeskMediaView> change(
            @BeanParam WriteParameters how,
            @Parameter(description = "The picture's id.", example = "0199a3c5-1f5e-7c3a-8b1d-2f60c7b1a9e4")
                    @PathParam("id")
                    String id,
            MergePatch<MediaDraft> patch) {
        UUID parsed = id(id);
        return desk.change(how, () -> locked(parsed), media -> changed(media, patch), DeskMediaView::of);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "removePicture",
            summary = "Remove a picture",
            description = "Only a picture that no article and no tag has. End the rights of one that readers must not "
                    + "see any more. One that a public list shows needs the scope desk:publish as well.")
    public RestResponse<Void> remove(
            @BeanParam WriteParameters how,
            @Parameter(description = "The picture's id.", example = "0199a3c5-1f5e-7c3a-8b1d-2f60c7b1a9e4")
                    @PathParam("id")
                    String id) {
        UUID parsed = id(id);
        return desk.remove(how, () -> locked(parsed), this::removed);
    }

    private void changed(Media media, MergePatch<MediaDraft> patch) {
        Instant now = clock.instant();
        MediaDraft current = MediaDraft.of(media);
        MediaDraft draft = patch.applyTo(current);
        boolean shown = showcases.show(media.id(), now);
        if (shown && !draft.equals(current)) {
            // The ledger tells of an end of rights when it comes; whoever plans it must be allowed to now.
            callers.requireToPublish();
        }
        media.revise(draft.picture(), draft.rightsExpireAt(), shown, now);
    }

    private void removed(Media media) {
        Instant now = clock.instant();
        media.discard(showcases.show(media.id(), now), now);
    }

    private static Media locked(UUID id) {
        return Media.locked(id).orElseThrow(DeskMediaResource::unknown);
    }

    private static UUID id(String text) {
        return Ref.of(text).map(Ref::id).orElseThrow(DeskMediaResource::unknown);
    }

    private static Problem unknown() {
        return Problem.notFound("picture");
    }
}
