package press.gazette.curation;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import press.gazette.article.reading.ArticleCard;

/**
 * What an editor shows differently in one place only; absent: as the article has it.
 *
 * @param title plain text
 * @param standfirst plain text
 * @param kicker plain text
 */
public record Overrides(
        @Nullable String title,
        @Nullable String standfirst,
        @Nullable String kicker) {

    public static final Overrides NONE = new Overrides(null, null, null);

    /** The card as it stands in this place. */
    ArticleCard on(ArticleCard card) {
        return card.shownAs(
                title == null ? card.title() : title,
                standfirst == null ? card.standfirst() : standfirst,
                kicker == null ? card.kicker() : kicker);
    }

    /** The names of what is shown differently. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        if (title != null) {
            names.add("title");
        }
        if (standfirst != null) {
            names.add("standfirst");
        }
        if (kicker != null) {
            names.add("kicker");
        }
        return List.copyOf(names);
    }
}
