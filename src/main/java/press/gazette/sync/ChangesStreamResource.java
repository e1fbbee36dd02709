package press.gazette.sync;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import press.gazette.admission.resource.Kind;
import press.gazette.admission.resource.Serves;
import press.gazette.delivery.stream.EventStreams;

/** Public changes as they come, as server-sent events. */
@Serves(Kind.STREAM)
@Path(ChangeFilter.PATH + "/stream")
@Produces(MediaType.SERVER_SENT_EVENTS)
@Tag(name = "Changes")
public class ChangesStreamResource {

    private final EventStreams streams;
    private final ChangesBroadcast broadcast;

    ChangesStreamResource(EventStreams streams, ChangesBroadcast broadcast) {
        this.streams = streams;
        this.broadcast = broadcast;
    }

    @GET
    @APIResponse(
            responseCode = "200",
            description = "Server-sent events: welcome, change, position, restart, goaway.",
            content =
                    @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = String.class)))
    @Operation(
            operationId = "streamChanges",
            summary = "Follow changes",
            description =
                    "Server-sent events (EventSource). welcome: the position. change: an item of /v1/changes without content. position: "
                            + "where the filter has got to. restart: the position is lost, make a new copy. goaway: the server ends the "
                            + "stream; connect again. Every id is a position for after, here and in /v1/changes.")
    public void stream(
            @BeanParam ChangesParameters parameters,
            @Parameter(description = "The last id that was received: browsers send it. It wins over after.")
                    @HeaderParam("Last-Event-ID")
                    @Nullable
                    String lastEventId,
            @Suspended AsyncResponse held) {
        ChangeFilter filter = ChangeFilter.parse(parameters);
        boolean resumes = lastEventId != null && !lastEventId.isEmpty();
        streams.open().ifPresent(stream -> {
            try {
                broadcast.open(filter, resumes ? lastEventId : parameters.after(), stream);
            } catch (RuntimeException e) {
                stream.abandon();
                held.resume(e);
            }
        });
    }
}
