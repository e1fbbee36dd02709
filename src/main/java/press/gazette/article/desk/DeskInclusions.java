package press.gazette.article.desk;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.article.Article;
import press.gazette.article.ArticleContent;
import press.gazette.article.ArticleReferences;
import press.gazette.media.Picture;
import press.gazette.problem.ParameterValue;
import press.gazette.tag.TagLabel;

/** Tags, picture and related articles of a working draft, which an editor's tool shows without further requests. */
@Schema(
        description =
                "The tags, picture and related articles of the draft in their current state; only those asked for.")
public record DeskInclusions(
        @Schema(description = "In the draft's order. Absent: not asked for.") @Nullable
        List<TagLabel> tags,

        @Schema(description = "Absent: not asked for, or the draft has none.") @Nullable
        Picture image,

        @Schema(description = "In the draft's order, whatever their state. Absent: not asked for.") @Nullable
        List<DeskArticleCard> related) {

    /** A value of the parameter {@code include}. */
    enum Kind {
        TAGS,
        IMAGE,
        RELATED;

        private final String word = name().toLowerCase(Locale.ROOT);
    }

    /** Reads the parameter {@code include}; null: none. */
    static Set<Kind> parse(@Nullable String include) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        if (include != null) {
            for (String text : include.split(",", -1)) {
                kinds.add(ParameterValue.parse("include", text, Kind.values(), kind -> kind.word));
            }
        }
        return kinds;
    }

    static DeskInclusions of(Article article, Set<Kind> kinds) {
        ArticleContent content = ArticleReferences.working(article);
        return new DeskInclusions(
                kinds.contains(Kind.TAGS)
                        ? content.tags().stream().map(TagLabel::of).toList()
                        : null,
                kinds.contains(Kind.IMAGE) && content.image() != null
                        ? content.image().picture()
                        : null,
                kinds.contains(Kind.RELATED)
                        ? content.related().stream().map(DeskArticleCard::of).toList()
                        : null);
    }
}
