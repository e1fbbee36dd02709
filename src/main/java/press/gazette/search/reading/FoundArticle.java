package press.gazette.search.reading;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.article.Correction;
import press.gazette.article.reading.ArticleCard;
import press.gazette.article.reading.ArticleItem;
import press.gazette.article.seo.SeoView;
import press.gazette.search.query.Highlight;

/** An article that a search has found: its card as in listings, and the words found. */
@Schema(description = "An article that a search has found: its card as in listings, and the words found.")
public record FoundArticle(
        @JsonUnwrapped ArticleCard card,

        @Schema(description = "Hand-picked articles, best first. Absent unless include=related.") @Nullable
        List<ArticleCard> related,

        @Schema(description = "Oldest first. Absent unless include=corrections.") @Nullable
        List<Correction> corrections,

        @Schema(description = "Absent unless include=seo, or: use title, standfirst and lead picture.") @Nullable
        SeoView seo,

        @Schema(
                description =
                        "The texts that have words of the question, as they are now: title, standfirst, byline, then up to "
                                + "two passages of the body. Empty if only names of tags have them. Absent unless highlight=true.")
        @Nullable
        List<Highlight> highlights) {

    static FoundArticle of(ArticleItem item, @Nullable List<Highlight> highlights) {
        return new FoundArticle(item.card(), item.related(), item.corrections(), item.seo(), highlights);
    }
}
