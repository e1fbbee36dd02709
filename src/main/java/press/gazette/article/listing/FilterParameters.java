package press.gazette.article.listing;

import java.util.Objects;
import java.util.stream.Stream;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters that narrow a listing of articles or a search, not yet parsed. */
public record FilterParameters(
        @Parameter(
                description = "Only articles whose tags match: slugs joined by \",\" (all of them) or \"|\" "
                        + "(at least one), \"-\" for not, parentheses for grouping; at most 20 slugs.",
                example = "putin,(energy|europe),-opinion")
        @QueryParam("tags")
        @Nullable
        String tags,

        @Parameter(description = "Only articles of this section: its slug or id.", example = "world")
        @QueryParam("section")
        @Nullable
        String section,

        @Parameter(description = "Only articles by this contributor: slug or id.", example = "elena-marsh")
        @QueryParam("contributor")
        @Nullable
        String contributor,

        @Parameter(
                description =
                        "Only articles of this journalistic form. page: the pages of the site, such as the imprint, "
                                + "which are not found without it.",
                example = "analysis")
        @QueryParam("type")
        @Nullable
        String type,

        @Parameter(description = "Only articles in exactly this language (BCP 47).", example = "en")
        @QueryParam("language")
        @Nullable
        String language,

        @Parameter(
                description = "Only articles published at or after this time: RFC 3339, or "
                        + "a date, which means midnight UTC; years 1600 to 9998.",
                example = "2026-01-01")
        @QueryParam("from")
        @Nullable
        String from,

        @Parameter(
                description = "Only articles published before this time; format as for from.",
                example = "2100-01-01T00:00:00Z")
        @QueryParam("to")
        @Nullable
        String to,

        @Parameter(
                description = "Only articles that were significantly edited or corrected, or that "
                        + "readers began to see, at or after this time; format as for from.",
                example = "2026-01-01")
        @QueryParam("updatedSince")
        @Nullable
        String updatedSince,

        @Parameter(
                description =
                        "true: a tag matches itself and all tags below it; europe also finds articles tagged russia.",
                example = "true")
        @QueryParam("descendants")
        @Nullable
        String descendants) {

    /** True without any of them. */
    boolean isEmpty() {
        return Stream.of(tags, section, contributor, type, language, from, to, updatedSince, descendants)
                .allMatch(Objects::isNull);
    }
}
