package press.gazette.curation.reading;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.article.reading.ArticleCard;
import press.gazette.curation.content.Overrides;
import press.gazette.curation.resolution.Origin;
import press.gazette.media.Picture;
import press.gazette.media.UseCrops;
import press.gazette.media.rendition.Focus;

/** One item of a list for readers. */
@Schema(description = "One item of a curated list: an article or a link.")
public record ListItem(
        @Schema(description = "The position in the list, from 1, without gaps.", example = "1")
        int position,

        @Schema(
                description =
                        "The origin. pinned: placed by an editor at this position; curated: placed by an editor; fill: "
                                + "taken by the list's fill. Expect further words.",
                example = "curated")
        Origin origin,

        @Schema(description = "The key of the item's group. Absent: the list has no groups.", example = "lead")
        @Nullable
        String group,

        @Schema(description = "The article with the overrides of the list. Absent: the item is a link.") @Nullable
        ArticleCard article,

        @Schema(description = "A page elsewhere on the web. Absent: the item is an article.") @Nullable
        LinkView link,

        @Schema(
                description =
                        "The members that the list overrides: title, standfirst, kicker, image, focus. Absent: none.",
                examples = "[\"title\"]")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<String> overridden,

        @Schema(description = "Links below the item. Absent: none.") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<SupportingView> supporting) {

    /** The card with the overrides; without a picture that may be shown, the article's own stays. */
    static ArticleCard overridden(ArticleCard card, Overrides overrides, @Nullable Picture image) {
        return card.shownAs(
                overrides.title() == null ? card.title() : overrides.title(),
                overrides.standfirst() == null ? card.standfirst() : overrides.standfirst(),
                overrides.kicker() == null ? card.kicker() : overrides.kicker(),
                cropped(image == null ? card.image() : image, overrides.focus()));
    }

    private static @Nullable Picture cropped(@Nullable Picture image, @Nullable Focus focus) {
        return image == null || focus == null ? image : UseCrops.get().about(focus, image);
    }

    /** The names of the overridden members. */
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
        if (overrides.focus() != null) {
            names.add("focus");
        }
        return List.copyOf(names);
    }
}
