package press.gazette.article.listing;

import java.util.Objects;
import java.util.stream.Stream;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

import press.gazette.article.reading.Detail;
import press.gazette.paging.ListingAddress;

/** The query parameters of every listing of articles beside its filters, not yet parsed. */
public record ArticleParameters(
        @Parameter(
                description = "newest (the default) or oldest: by publishedAt. updated: by the later of updatedAt "
                        + "and the time at which readers last began to see the article, latest first.",
                example = "newest")
        @QueryParam("order")
        @Nullable
        String order,

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

    /** True with a parameter that needs a listing: its order, its size, a place in it. */
    boolean isPartOfAListing() {
        return Stream.of(order, count, limit, cursor).anyMatch(Objects::nonNull);
    }

    /** Adds the parameters that shape the items to the listing's address. */
    ListingAddress shape(ListingAddress listing) {
        return listing.detail("fields", fields)
                .detail("include", include)
                .detail("body", body)
                .detail("count", count);
    }
}
