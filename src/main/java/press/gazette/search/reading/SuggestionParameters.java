package press.gazette.search.reading;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of suggestions, not yet parsed. */
public record SuggestionParameters(
        @Parameter(
                description = "The text as typed so far: 1 to 100 characters, at most 16 words.",
                required = true,
                example = "marsh",
                schema = @Schema(minLength = 1, maxLength = SuggestionQuery.LONGEST))
        @QueryParam("q")
        @Nullable
        String q) {}
