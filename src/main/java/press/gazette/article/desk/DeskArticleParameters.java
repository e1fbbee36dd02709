package press.gazette.article.desk;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of the desk's listing of articles, not yet parsed. */
public record DeskArticleParameters(
        @Parameter(
                description =
                        "Only articles whose working draft has words that begin with these, in the title, the kicker, "
                                + "the slug or a contributor's name, ignoring case and accents; all of them, in any order; at most 10.",
                example = "harb lock",
                schema = @Schema(minLength = 1, maxLength = DeskArticleFilter.LONGEST_SEARCH))
        @QueryParam("q")
        @Nullable
        String q,

        @Parameter(
                description = "Only articles with this status: draft, scheduled, published or withdrawn.",
                example = "draft")
        @QueryParam("status")
        @Nullable
        String status,

        @Parameter(
                description = "Only articles whose working draft is in this section: its slug or id.",
                example = "world")
        @QueryParam("section")
        @Nullable
        String section,

        @Parameter(description = "Only articles whose working draft has this tag: its slug or id.", example = "averil")
        @QueryParam("tag")
        @Nullable
        String tag,

        @Parameter(
                description = "Only articles whose working draft is by this contributor: slug or id.",
                example = "elena-marsh")
        @QueryParam("contributor")
        @Nullable
        String contributor,

        @Parameter(
                description =
                        "Only articles of this journalistic form; of a published article the form that readers see.",
                example = "news")
        @QueryParam("type")
        @Nullable
        String type,

        @Parameter(
                description = "Only articles last edited by this caller, as modifiedBy names it.",
                example = "oidc:nina@example.org",
                schema = @Schema(minLength = 1, maxLength = DeskArticleFilter.LONGEST_CALLER))
        @QueryParam("modifiedBy")
        @Nullable
        String modifiedBy,

        @Parameter(
                description =
                        "Only articles edited for the last time at or after this time: RFC 3339, or a date, which "
                                + "means midnight UTC; years 1600 to 9998.",
                example = "2026-01-01")
        @QueryParam("from")
        @Nullable
        String from,

        @Parameter(
                description = "Only articles edited for the last time before this time; format as for from.",
                example = "2100-01-01T00:00:00Z")
        @QueryParam("to")
        @Nullable
        String to,

        @Parameter(
                description = "newest (the default): the last edited first. oldest: the last edited last.",
                example = "newest")
        @QueryParam("order")
        @Nullable
        String order,

        @QueryParam("limit") @Nullable String limit,
        @QueryParam("cursor") @Nullable String cursor) {}
