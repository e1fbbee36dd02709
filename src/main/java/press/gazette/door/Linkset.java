package press.gazette.door;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Links as a document of their own (RFC 9264 §4.2). */
@Schema(description = "Links as a document of their own (RFC 9264).")
public record Linkset(
        @Schema(description = "One context for each API.") List<Context> linkset) {

    /** What one API's links start from, and the links. */
    @Schema(name = "LinkContext")
    public record Context(
            @Schema(description = "The API.", example = "/") String anchor,

            @Schema(description = "Its description for programs.") @JsonProperty("service-desc")
            List<Target> serviceDesc,

            @Schema(description = "Its documentation for people.") @JsonProperty("service-doc")
            List<Target> serviceDoc) {}

    /** The end of a link. */
    @Schema(name = "LinkTarget")
    public record Target(
            @Schema(description = "Where it leads.", example = "/q/openapi")
            String href,

            @Schema(description = "The media type there.", example = "application/yaml")
            String type) {}
}
