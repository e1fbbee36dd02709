package press.gazette.curation.desk;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The order of the entries of a list. */
@Schema(description = "The order of the entries of a list.")
public record OrderDraft(
        @Schema(description = "The ids of all entries of the working draft in the new order.")
        List<UUID> entries) {}
