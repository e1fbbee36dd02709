package press.gazette.curation.reading;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.article.reading.ArticleCard;
import press.gazette.curation.draft.Overrides;
import press.gazette.curation.resolution.Origin;
import press.gazette.media.Picture;

/** One place of a list for readers. */
@Schema(description = "One place of a curated list: an article or a link.")
public record ListItem(
        @Schema(description = "From 1, without holes.", example = "1")
        int position,

        @Schema(
                description =
                        "pinned: placed by hand at this position; curated: placed by hand; fill: taken by the list's "
                                + "fill. Expect further ways.",
                example = "curated")
        Origin origin,

        @Schema(description = "The part of the list that it is in. Absent: the list has no parts.", example = "lead")
        @Nullable
        String group,

        @Schema(description = "The article as it stands in this place, overrides applied. Absent: it is a link.")
        @Nullable
        ArticleCard article,

        @Schema(description = "Something elsewhere on the web. Absent: it is an article.") @Nullable
        LinkView link,

        @Schema(
                description = "Which of title, standfirst, kicker and image are the list's own. Absent: none.",
                examples = "[\"title\"]")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<String> overridden,

        @Schema(description = "Links to show below it. Absent: none.") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<SupportingView> supporting) {

    /** The card as it stands in this place; a picture that may not be shown leaves the article's own. */
    static ArticleCard overridden(ArticleCard card, Overrides overrides, @Nullable Picture image) {
        return card.shownAs(
                overrides.title() == null ? card.title() : overrides.title(),
                overrides.standfirst() == null ? card.standfirst() : overrides.standfirst(),
                overrides.kicker() == null ? card.kicker() : overrides.kicker(),
                image == null ? card.image() : image);
    }

    /** The names of what is shown differently. */
    static List<String> names(Overrides overrides, @Nullable Picture image) {
        List<String> names = new ArrayList<>();
        if (overrides.title() != null) {
            names.add("title");
        }
        if (overrides.standfirst() != null) {
            names.add("standfirst");
        }
        if (overrides.kicker() != null) {
            names.add("kicker");
        }
        if (image != null) {
            names.add("image");
        }
        return List.copyOf(names);
    }
}
