package press.gazette.search.reading;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.search.query.Correction;

/** One page of results. */
@Schema(description = "One page of the articles that a question finds.")
public record SearchResults(
        @Schema(description = "At most as many articles as the limit, in the order asked for.")
        List<FoundArticle> items,

        @Schema(description = "URL of the next page, also in the Link header. Absent on the last page.") @Nullable
        String next,

        @Schema(
                description = "The exact number of articles found. Absent unless requested with count=exact.",
                example = "46")
        @Nullable
        Long total,

        @Schema(description = "Absent unless requested with facets.") @Nullable
        FacetsView facets,

        @Schema(
                description =
                        "A question that finds more, made of words that public articles have. Only with fewer than three "
                                + "articles found, on the first page. Absent: none.")
        @Nullable
        Correction didYouMean,

        @Schema(
                description =
                        "true if no article has the words that match=words asks for: the items have some of them. Absent: "
                                + "they have them.")
        @Nullable
        Boolean relaxed) {}
