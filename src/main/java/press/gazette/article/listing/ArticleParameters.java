package press.gazette.article.listing;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

import press.gazette.article.reading.Showing;
import press.gazette.paging.ListingAddress;

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
                        "Only articles published at or after this time: RFC 3339, or a date, which is its midnight in UTC; years "
                                + "1600 to 9998.",
                example = "2026-01-01")
        @QueryParam("from")
        @Nullable
        String from,

        @Parameter(
                description = "Only articles published before this time; written as from.",
                example = "2100-01-01T00:00:00Z")
        @QueryParam("to")
        @Nullable
        String to,

        @Parameter(
                description =
                        "Only articles that were significantly edited or corrected, or that readers began to see, at or "
                                + "after this time; written as from.",
                example = "2026-01-01")
        @QueryParam("updatedSince")
        @Nullable
        String updatedSince,

        @Parameter(
                description =
                        "newest (without asking) or oldest by publishedAt; updated: by the later of updatedAt and the "
                                + "moment at which readers last began to see the article, last first.",
                example = "newest")
        @QueryParam("order")
        @Nullable
        String order,

        @Parameter(
                description =
                        "true: a tag stands for itself and all tags below it, so that europe finds what carries russia.",
                example = "true")
        @QueryParam("descendants")
        @Nullable
        String descendants,

        @Parameter(
                description =
                        "Exactly these articles, in this order: up to 100 ids separated by commas. Goes with fields, "
                                + "include and body only; what readers cannot see is named in missing.")
        @QueryParam("ids")
        @Nullable
        String ids,

        @Parameter(
                description = "Only these fields of each item, separated by commas, with dots for fields of fields.",
                example = "slug,title,tags.name")
        @QueryParam("fields")
        @Nullable
        String fields,

        @Parameter(
                description = "What to expand, separated by commas: related (the cards of hand-picked articles), "
                        + "tags.parents (the next wider tags of each tag).",
                example = "tags.parents")
        @QueryParam("include")
        @Nullable
        String include,

        @Parameter(
                description =
                        "The formats of the bodies, separated by commas: html, blocks, markdown, text; or none (what "
                                + "you get without asking). With bodies a page holds at most 20.",
                example = "text")
        @QueryParam("body")
        @Nullable
        String body,

        @Parameter(description = "exact: total says how many articles there are, up to 10,000.", example = "exact")
        @QueryParam("count")
        @Nullable
        String count,

        @QueryParam("limit") @Nullable String limit,

        @QueryParam("cursor") @Nullable String cursor) {

    /** How much of each article is shown. */
    Showing showing() {
        return Showing.ofItems(fields, include, body);
    }

    /** The listing with what decides how its items are shown. */
    ListingAddress shape(ListingAddress listing) {
        return listing.showing("fields", fields)
                .showing("include", include)
                .showing("body", body)
                .showing("count", count);
    }
}
