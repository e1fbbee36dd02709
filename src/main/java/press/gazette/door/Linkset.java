package press.gazette.door;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A set of links as a document (RFC 9264 §4.2). */
@Schema(description = "A set of links as a document (RFC 9264).")
public record Linkset(
        @Schema(description = "Links of each API.") List<Context> linkset) {

    /** An API and its links. */
    @Schema(name = "LinkContext")
    public record Context(
            @Schema(description = "The API.", example = "/") String anchor,

            @Schema(description = "Its description for programs.") @JsonProperty("service-desc")
            List<Target> serviceDesc,

            @Schema(description = "Its documentation for people.") @JsonProperty("service-doc")
            List<Target> serviceDoc,

            @Schema(description = "Its metadata (RFC 8631): the newsroom's site.") @JsonProperty("service-meta")
            List<Target> serviceMeta) {}

    /** The target of a link. */
    @Schema(name = "LinkTarget")
    public record Target(
            @Schema(description = "URL of the target.", example = "/q/openapi")
            String href,

            @Schema(description = "Media type of the target.", example = "application/yaml")
            String type) {}
}
