package press.gazette.desk.audit;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of the audit log, unparsed. */
public record AuditParameters(
        @Parameter(
                description = "Only writes to this resource.",
                example = "article:01a2052d-9d8a-7000-8000-000000000000",
                schema = @Schema(maxLength = AuditQuery.LONGEST))
        @QueryParam("subject")
        @Nullable
        String subject,

        @Parameter(
                description = "Only writes by this key or token.",
                example = "bootstrap",
                schema = @Schema(maxLength = AuditQuery.LONGEST))
        @QueryParam("actor")
        @Nullable
        String actor,

        @Parameter(
                description = "Only writes at or after this time (RFC 3339, years 1600 to 9998).",
                example = "2026-01-01T00:00:00Z")
        @QueryParam("from")
        @Nullable
        String from,

        @Parameter(
                description = "Only writes before this time (RFC 3339, years 1600 to 9998).",
                example = "2100-01-01T00:00:00Z")
        @QueryParam("to")
        @Nullable
        String to,

        @QueryParam("limit") @Nullable String limit,

        @QueryParam("cursor") @Nullable String cursor) {}
