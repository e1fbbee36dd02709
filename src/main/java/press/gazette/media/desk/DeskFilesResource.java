package press.gazette.media.desk;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.Blocking;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.PathPart;
import org.jboss.resteasy.reactive.RestResponse;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.change.Subject;
import press.gazette.delivery.FileDelivery;
import press.gazette.delivery.ServedFile;
import press.gazette.desk.Desk;
import press.gazette.desk.WriteParameters;
import press.gazette.media.Media;
import press.gazette.media.MediaAddress;
import press.gazette.media.MediaRef;
import press.gazette.media.PictureUses;
import press.gazette.media.file.FileStore;
import press.gazette.media.file.IncomingFile;
import press.gazette.media.file.StoredFile;
import press.gazette.media.file.Uploads;
import press.gazette.media.rendition.PreparedRenditions;
import press.gazette.media.rendition.Presets;
import press.gazette.media.rendition.RenditionRequest;
import press.gazette.problem.Problem;
import press.gazette.security.Scope;

/** Files of the desk: their arrival, and pictures as they were sent. */
@Serves(Kind.DESK)
@jakarta.ws.rs.Path("/v1/desk/media")
@Tag(name = "Desk")
public class DeskFilesResource {

    private final Desk desk;
    private final FileDelivery delivery;
    private final Uploads uploads;
    private final FileStore store;
    private final Presets presets;
    private final PictureUses pictureUses;
    private final PreparedRenditions renditions;

    DeskFilesResource(
            Desk desk,
            FileDelivery delivery,
            Uploads uploads,
            FileStore store,
            Presets presets,
            PictureUses pictureUses,
            PreparedRenditions renditions) {
        this.desk = desk;
        this.delivery = delivery;
        this.uploads = uploads;
        this.store = store;
        this.presets = presets;
        this.pictureUses = pictureUses;
        this.renditions = renditions;
    }

    /** The contract describes it as a further content of {@link DeskMediaResource#create}. */
    @Serves(value = Kind.DESK, files = true)
    @POST
    @Consumes({"image/*", "audio/*", "video/*", "application/pdf", "application/octet-stream", "multipart/form-data"})
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.WRITE)
    @Operation(operationId = "uploadFile", hidden = true)
    public RestResponse<DeskMediaView> upload(
            @BeanParam WriteParameters how, @Context HttpHeaders headers, InputStream content) {
        try (IncomingFile received = receive(headers, content)) {
            keep(received, how);
            return desk.create(how, DeskMediaResource.PICTURES, edit -> Media.create(received, presets, edit.at()))
                    .shownAs(DeskMediaView::of);
        }
    }

    @Serves(value = Kind.DESK, files = true)
    @PUT
    @jakarta.ws.rs.Path("{id}/file")
    @Consumes({"image/*", "audio/*", "video/*", "application/pdf", "application/octet-stream", "multipart/form-data"})
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "replaceFile",
            summary = "Replace a file",
            description =
                    "Gives a picture, film, sound or document another file of the same kind, wherever it is shown. Its words, "
                            + "rights, focus and crops stay; its addresses change, and the former ones are gone. A file that readers have "
                            + "seen also needs the scope desk:publish.")
    public RestResponse<DeskMediaView> replace(
            @BeanParam WriteParameters how,
            @PathParam("id") MediaRef picture,
            @Context HttpHeaders headers,
            InputStream content) {
        try (IncomingFile received = receive(headers, content)) {
            keep(received, how);
            return desk.on(picture)
                    .put(how, (media, edit) -> {
                        boolean shown = pictureUses.isShown(media.id(), edit.at());
                        return media.replace(received, presets, shown, edit.at());
                    })
                    .shownAs(DeskMediaView::of);
        }
    }

    private IncomingFile receive(HttpHeaders headers, InputStream content) {
        MediaType type = headers.getMediaType();
        if (type == null || headers.getHeaderString(HttpHeaders.CONTENT_ENCODING) != null) {
            throw new NotSupportedException();
        }
        String boundary = type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE)
                ? type.getParameters().getOrDefault("boundary", "")
                : null;
        String length = headers.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        IncomingFile received = uploads.receive(content, boundary, length == null ? null : Long.valueOf(length));
        desk.received(received.file().hash());
        return received;
    }

    private void keep(IncomingFile received, WriteParameters how) {
        if (!how.isDryRun()) {
            store.keep(received);
        }
    }

    @Serves(value = Kind.DESK, files = true)
    @POST
    @jakarta.ws.rs.Path("{id}/renditions")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.WRITE)
    @Operation(
            operationId = "makeRenditions",
            summary = "Make the renditions of a picture",
            description =
                    "Makes those that are not in the store yet, so that no reader waits for them. Without this request each "
                            + "is made when it is first asked for.")
    public RestResponse<DeskMediaView> prepare(@PathParam("id") MediaRef picture) {
        Media media = picture.find();
        List<RenditionRequest> wanted = MediaAddress.renditions(media);
        if (wanted.isEmpty()) {
            // Its file is elsewhere, or no picture that this server decodes.
            throw Problem.notFound("rendition");
        }
        renditions.make(wanted);
        return desk.show(media, DeskMediaView.of(media));
    }

    @GET
    @jakarta.ws.rs.Path("{id}/file")
    @Blocking
    @RolesAllowed(Scope.READ)
    @Operation(
            operationId = "getOriginalFile",
            summary = "Read a file as it was sent",
            description =
                    "The file in the store. Readers get renditions of a picture, never the file itself, which may tell the "
                            + "place where it was taken; of an SVG they get the file.")
    public CompletionStage<RestResponse<PathPart>> original(@PathParam("id") MediaRef picture) {
        StoredFile file =
                Optional.ofNullable(picture.find().file()).orElseThrow(() -> Problem.notFound("file in the store"));
        List<Subject> subjects = List.of(Subject.media(picture.id()));
        return delivery.send(store.read(file)
                .thenApply(path -> new ServedFile(
                        path, file.bytes(), file.type().mediaType(), '"' + file.hash() + '"', subjects, null)));
    }
}
