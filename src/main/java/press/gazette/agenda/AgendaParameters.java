package press.gazette.agenda;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of the agenda, not yet parsed. */
public record AgendaParameters(
        @Parameter(
                description = "Only events at or after this time (RFC 3339). Absent: the present.",
                example = "2036-01-01T00:00:00Z")
        @QueryParam("from")
        @Nullable
        String from,

        @Parameter(
                description =
                        "Only events before this time (RFC 3339), at most gazette.agenda-range after from. Absent: seven "
                                + "days after from.",
                example = "2036-01-08T00:00:00Z")
        @QueryParam("to")
        @Nullable
        String to,

        @QueryParam("limit") @Nullable String limit,

        @QueryParam("cursor") @Nullable String cursor) {}
