package press.gazette.search.reading;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

import press.gazette.article.listing.ArticleParameters;
import press.gazette.search.query.Question;

/** The query parameters of a search, not yet parsed. Filters mean the same as in the listing of articles. */
public record SearchParameters(
        @Parameter(
                description = "1 to 200 characters, at most 16 terms: words; \"words in this order\"; -word for not; "
                        + "harbour|port for at least one; harb* for a beginning of three letters or more; title:, body: or "
                        + "byline: before a term for that text alone. All else is text.",
                required = true,
                example = "harbour -opera")
        @QueryParam("q")
        @Nullable
        String q,

        @Parameter(
                description =
                        "The terms that an article must have. words (the default): all of up to three, about half "
                                + "of more. all: every one. any: at least one.",
                example = "words")
        @QueryParam("match")
        @Nullable
        String match,

        @Parameter(
                description =
                        "auto (the default): words also find words that differ by a typing error. none: they do not.",
                example = "auto")
        @QueryParam("typos")
        @Nullable
        String typos,

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
                                + "which a search without it does not find.",
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
        String descendants,

        @Parameter(
                description = "relevance (the default): the best first. newest or oldest: by publishedAt.",
                example = "relevance")
        @QueryParam("order")
        @Nullable
        String order,

        @Parameter(
                description = "Only these fields of each item, separated by commas; nested fields with dots.",
                example = "slug,title,highlights")
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
                description = "true: adds highlights, the texts of each article that have words of the question.",
                example = "true")
        @QueryParam("highlight")
        @Nullable
        String highlight,

        @Parameter(
                description = "Counts, separated by commas, on the first page only: tags, section, contributor, type, "
                        + "language, year.",
                example = "section,year")
        @QueryParam("facets")
        @Nullable
        String facets,

        @Parameter(description = "exact: adds total, the number of articles found.", example = "exact")
        @QueryParam("count")
        @Nullable
        String count,

        @QueryParam("limit") @Nullable String limit,

        @QueryParam("cursor") @Nullable String cursor) {

    /** The filters, as parameters of the listing of articles. */
    ArticleParameters filters() {
        return new ArticleParameters(
                tags,
                section,
                contributor,
                type,
                language,
                from,
                to,
                updatedSince,
                null,
                descendants,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The question. */
    Question question() {
        return Question.parse(q == null ? "" : q);
    }
}
