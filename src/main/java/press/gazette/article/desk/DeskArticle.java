package press.gazette.article.desk;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.article.Article;
import press.gazette.article.Correction;
import press.gazette.article.Life;
import press.gazette.article.Status;
import press.gazette.article.draft.ArticleDraft;
import press.gazette.article.draft.Revision;
import press.gazette.desk.Warning;

/** An article as the desk sees it: its working draft, and where it is in its life. */
@Schema(description = "An article as the desk sees it: its working draft, and where it is in its life.")
public record DeskArticle(
        @Schema(description = "Never changes.") UUID id,

        @JsonUnwrapped ArticleDraft draft,

        @Schema(description = "Expect further ones.", example = "draft")
        Status status,

        @Schema(
                description = "The number of the revision shown here. 0: an importer's, never saved at the desk.",
                example = "3")
        int revision,

        @Schema(description = "Whether the working draft is not what readers were last given.")
        boolean unpublishedChanges,

        @Schema(description = "When a scheduled article is published. Absent: it is not scheduled.") @Nullable
        Instant publishAt,

        @Schema(description = "Hidden from readers until then, or \"indefinite\". Absent: no embargo.") @Nullable
        String embargoUntil,

        @Schema(description = "Hidden from readers from then on. Absent: never.") @Nullable
        Instant expiresAt,

        @Schema(description = "Why it was taken away. Absent: it was not.") @Nullable
        WithdrawalView withdrawal,

        @Schema(description = "Oldest first.") List<Correction> corrections,

        @Schema(description = "Former slugs that lead here, in alphabetical order.")
        List<String> aliases,

        @Schema(description = "When readers first could see it. Absent: never published.") @Nullable
        Instant firstPublishedAt,

        @Schema(description = "The date shown to readers. Absent: never published.") @Nullable
        Instant publishedAt,

        @Schema(description = "The last significant edit or correction. Absent: never published.") @Nullable
        Instant updatedAt,

        @Schema(description = "The last edit of any kind.") Instant modifiedAt,

        @Schema(description = "Who made it. Absent: an importer.") @Nullable
        String modifiedBy,

        @Schema(description = "Grows with every change; the ETag.", example = "3")
        int version,

        @Schema(description = "Words of the working draft's body.", example = "540")
        int wordCount,

        @Schema(description = "What include asked for. Absent: nothing.") @Nullable
        DeskInclusions included,

        @Schema(
                description = "In the answer to a publication, a schedule or a dryRun: what may be a mistake. Absent: "
                        + "nothing, or another answer.")
        @Nullable
        List<Warning> warnings) {

    public static DeskArticle of(Article article) {
        return of(article, null, List.of());
    }

    /** The same with what it names. */
    static DeskArticle including(Article article, Set<DeskInclusions.Kind> kinds) {
        return of(article, kinds.isEmpty() ? null : DeskInclusions.of(article, kinds), List.of());
    }

    /** The same with what may be a mistake in it. */
    static DeskArticle checked(Article article, Instant now) {
        return of(article, null, ArticleWarnings.of(article, now));
    }

    private static DeskArticle of(Article article, @Nullable DeskInclusions included, List<Warning> warnings) {
        ArticleDraft draft = Revision.working(article);
        Life life = article.life();
        return new DeskArticle(
                article.id(),
                draft,
                life.status(),
                article.saves().latestRevision(),
                article.saves().areAhead(),
                life.publishAt(),
                EmbargoDraft.text(life.embargoUntil()),
                life.expiresAt(),
                WithdrawalView.of(life.withdrawal()),
                article.corrections(),
                List.copyOf(article.aliases()),
                article.dates().firstPublishedAt(),
                article.dates().publishedAt(),
                article.dates().updatedAt(),
                article.dates().modifiedAt(),
                article.saves().modifiedBy(),
                article.version(),
                draft.words(),
                included,
                warnings.isEmpty() ? null : warnings);
    }
}
