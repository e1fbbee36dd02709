package press.gazette.search.reading;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

import press.gazette.search.query.Question;

/** The query parameters of a search beside its filters, not yet parsed. */
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
                        "The terms that an article must have. words (the default): all of up to three; of more half, "
                                + "at most three. all: every one. any: at least one.",
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

    /** The question. */
    Question question() {
        return Question.parse(q == null ? "" : q);
    }
}
