package press.gazette.article.draft;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.address.Ref;
import press.gazette.address.Slug;
import press.gazette.json.MisplacedMembers;
import press.gazette.problem.Faults;

/** A new article: its content, and its past in another system. */
@MisplacedMembers(
        members = {"section", "sections", "contributor", "contributors", "author", "authors"},
        detail = "Sections and contributors are tags: put their slugs or ids into \"tags\".")
@Schema(description = "A new article: its content, and its past in another system.")
public record NewArticle(
        @JsonUnwrapped ArticleDraft draft,

        @Schema(
                description =
                        "Former slugs that lead to the article as soon as readers see it, at most 50. Absent: none.",
                examples = "[\"lock-closed\"]",
                maxItems = NewArticle.MOST_ALIASES)
        @Nullable
        List<String> aliases,

        @Schema(description = "Its identity where it came from. Absent: it was written here.") @Nullable
        Foreign foreign) {

    static final int MOST_ALIASES = 50;

    public NewArticle {
        aliases = aliases == null ? List.of() : List.copyOf(aliases);
        Faults faults = new Faults();
        faults.check(
                aliases.size() <= MOST_ALIASES,
                "/aliases",
                "A new article has at most " + MOST_ALIASES + " former slugs.");
        for (int i = 0; i < aliases.size(); i++) {
            faults.check(Ref.isSlug(aliases.get(i)), "/aliases/" + i, Slug.EXPECTED);
        }
        faults.refuse();
    }

    /** An article that was written here. */
    public static NewArticle of(ArticleDraft draft) {
        return new NewArticle(draft, List.of(), null);
    }
}
