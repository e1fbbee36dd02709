package press.gazette.article.listing;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

import press.gazette.article.reading.Detail;
import press.gazette.paging.ListingAddress;

/** The query parameters of every listing of articles, not yet parsed. */
public record ArticleParameters(
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
                                + "which no other listing has.",
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
                description = "newest (the default) or oldest: by publishedAt. updated: by the later of updatedAt "
                        + "and the time at which readers last began to see the article, latest first.",
                example = "newest")
        @QueryParam("order")
        @Nullable
        String order,

        @Parameter(
                description =
                        "true: a tag matches itself and all tags below it; europe also finds articles tagged russia.",
                example = "true")
        @QueryParam("descendants")
        @Nullable
        String descendants,

        @Parameter(
                description = "Exactly these articles, in this order: up to 100 ids separated by commas. Combines "
                        + "with fields, include and body only. missing names the ids that are not public.")
        @QueryParam("ids")
        @Nullable
        String ids,

        @Parameter(
                description = "Only these fields of each item, separated by commas; nested fields with dots.",
                example = "slug,title,tags.name")
        @QueryParam("fields")
        @Nullable
        String fields,

        @Parameter(
                description = "Expansions, separated by commas: related (the cards of hand-picked "
                        + "articles), tags.parents (the next wider tags of each tag), corrections, seo.",
                example = "tags.parents")
        @QueryParam("include")
        @Nullable
        String include,

        @Parameter(
                description = "The formats of the bodies, separated by commas: html, blocks, markdown, "
                        + "text; or none (the default). With bodies, a page has at most 20 items.",
                example = "text")
        @QueryParam("body")
        @Nullable
        String body,

        @Parameter(description = "exact: adds total, the number of articles, counted up to 10,000.", example = "exact")
        @QueryParam("count")
        @Nullable
        String count,

        @QueryParam("limit") @Nullable String limit,

        @QueryParam("cursor") @Nullable String cursor) {

    /** The parts of each article to show. */
    Detail detail() {
        return Detail.ofItems(fields, include, body);
    }

    /** Adds the parameters that shape the items to the listing's address. */
    ListingAddress shape(ListingAddress listing) {
        return listing.detail("fields", fields)
                .detail("include", include)
                .detail("body", body)
                .detail("count", count);
    }
}
