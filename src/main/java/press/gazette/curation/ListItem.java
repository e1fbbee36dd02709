package press.gazette.curation;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.article.reading.ArticleCard;

/** One place of a list for readers. */
@Schema(description = "One place of a curated list.")
public record ListItem(
        @Schema(description = "From 1, without holes.", example = "1")
        int position,

        @Schema(
                description = "curated: placed by hand; fill: taken by the list's query. Expect further ways.",
                example = "curated")
        Origin origin,

        @Schema(description = "The article as it stands in this place, overrides applied.")
        ArticleCard article,

        @Schema(
                description = "Which of title, standfirst and kicker are the list's own words. Absent: none.",
                examples = "[\"title\"]")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<String> overridden) {}
