package press.gazette.desk.audit;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A write at the desk.")
public record AuditView(
        @Schema(description = "Time of the write.") Instant at,

        @Schema(description = "The key or token of the writer.", example = "bootstrap")
        String actor,

        @Schema(
                description = "The resource that was written.",
                example = "article:01a2052d-9d8a-7000-8000-000000000000")
        String subject,

        @Schema(description = "Method of the request.", example = "PUT")
        String action,

        @Schema(
                description = "Path of the request. The part after the resource's own path names the action.",
                example = "/v1/desk/articles/harbour-lock-closed/publication")
        String path,

        @Schema(
                description = "Version of the resource after the write; the last version of a removed resource.",
                example = "3")
        int version) {}
