package press.gazette.desk;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One write at the desk. */
@Schema(description = "One write at the desk.")
public record AuditView(
        @Schema(description = "When.") Instant at,

        @Schema(description = "From which key or token.", example = "bootstrap")
        String actor,

        @Schema(description = "What was written.", example = "article:01a2052d-9d8a-7000-8000-000000000000")
        String subject,

        @Schema(description = "The method.", example = "PUT")
        String action,

        @Schema(
                description = "Where; what follows the thing's own address says what was done to it.",
                example = "/v1/desk/articles/harbour-lock-closed/publication")
        String path,

        @Schema(description = "The version that came of it; of what was removed, the last one.", example = "3")
        int version) {}
