package press.gazette.curation.desk;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** In which order the entries of a list stand. */
@Schema(description = "In which order the entries of a list stand.")
public record OrderDraft(
        @Schema(description = "The ids of all entries of the working draft, the first first.")
        List<UUID> entries) {}
