package press.gazette.article;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of every listing of articles, as they came. */
public record ArticleParameters(
        @Parameter(
                description =
                        "Only articles whose tags fit: slugs joined by \",\" (all of them) or \"|\" (at least one), "
                                + "\"-\" before what must not be, parentheses around what belongs together; at most 20 slugs.",
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

        @Parameter(description = "Only articles of this journalistic form.", example = "analysis")
        @QueryParam("type")
        @Nullable
        String type,

        @Parameter(description = "Only articles in this language (BCP 47, as the articles have it).", example = "en")
        @QueryParam("language")
        @Nullable
        String language,

        @Parameter(
                description =
                        "Only articles published at or after this time (RFC 3339, or a date: its midnight in UTC).",
                example = "2026-01-01")
        @QueryParam("from")
        @Nullable
        String from,

        @Parameter(description = "Only articles published before this time.", example = "2100-01-01T00:00:00Z")
        @QueryParam("to")
        @Nullable
        String to,

        @Parameter(
                description = "Only articles significantly edited or corrected at or after this time.",
                example = "2026-01-01")
        @QueryParam("updatedSince")
        @Nullable
        String updatedSince,

        @Parameter(
                description = "newest (without asking) or oldest by publishedAt; updated: last significant edit first.",
                example = "newest")
        @QueryParam("order")
        @Nullable
        String order,

        @QueryParam("limit") @Nullable String limit,

        @QueryParam("cursor") @Nullable String cursor) {}
