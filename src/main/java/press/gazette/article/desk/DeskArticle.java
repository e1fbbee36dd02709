package press.gazette.article.desk;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.article.Article;
import press.gazette.article.Correction;
import press.gazette.article.Life;
import press.gazette.article.Status;
import press.gazette.article.draft.ArticleDraft;
import press.gazette.article.draft.Foreign;
import press.gazette.change.Edit;
import press.gazette.desk.LossReport;
import press.gazette.desk.Warning;
import press.gazette.desk.WriteParameters;

/** An article at the desk: its working draft and its state. */
@Schema(description = "An article at the desk: its working draft and its state.")
public record DeskArticle(
        @Schema(description = "Never changes.") UUID id,

        @JsonUnwrapped ArticleDraft draft,

        @Schema(description = "Expect further statuses.", example = "draft")
        Status status,

        @Schema(
                description =
                        "The number of the revision shown. 0: the article was imported and never saved at the desk.",
                example = "3")
        int revision,

        @Schema(description = "true if the working draft differs from the live content.")
        boolean unpublishedChanges,

        @Schema(description = "The time of the scheduled publication. Absent: the article is not scheduled.") @Nullable
        Instant publishAt,

        @Schema(description = "Hidden from readers until then, or \"indefinite\". Absent: no embargo.") @Nullable
        String embargoUntil,

        @Schema(description = "Hidden from readers from then on. Absent: never.") @Nullable
        Instant expiresAt,

        @Schema(description = "The withdrawal. Absent: the article is not withdrawn.") @Nullable
        WithdrawalView withdrawal,

        @Schema(description = "Oldest first.") List<Correction> corrections,

        @Schema(description = "Former slugs that lead here, in alphabetical order.")
        List<String> aliases,

        @Schema(description = "Its identity where it came from. Absent: it was written here.") @Nullable
        Foreign foreign,

        @Schema(description = "The time at which readers first could see it. Absent: never published.") @Nullable
        Instant firstPublishedAt,

        @Schema(description = "The date shown to readers. Absent: never published.") @Nullable
        Instant publishedAt,

        @Schema(description = "The last significant edit or correction. Absent: never published.") @Nullable
        Instant updatedAt,

        @Schema(description = "The last edit of any kind.") Instant modifiedAt,

        @Schema(description = "The editor who made the last edit. Absent: an importer.") @Nullable
        String modifiedBy,

        @Schema(description = "Grows with every change; the ETag.", example = "3")
        int version,

        @Schema(description = "Words of the working draft's body.", example = "540")
        int wordCount,

        @Schema(description = "The members that include asks for. Absent: it asks for none.") @Nullable
        DeskInclusions included,

        @Schema(
                description = "Possible mistakes, in the response to a publication, a "
                        + "schedule or a dryRun. Absent: none found, or another response.")
        @Nullable
        List<Warning> warnings,

        @Schema(
                description = "The parts of a body in markdown or html that could not be stored, in the response to a "
                        + "write of the body, a dryRun too. Absent: none, or another response.")
        @Nullable
        List<LossReport.Entry> losses) {

    /** The end of an embargo that only an editor ends. */
    public static final String INDEFINITE = "indefinite";

    public static DeskArticle of(Article article) {
        return of(article, null, List.of(), null);
    }

    /** As above, with the tags, picture and related articles that are asked for. */
    static DeskArticle including(Article article, Set<DeskInclusions.Kind> kinds) {
        return of(article, kinds.isEmpty() ? null : DeskInclusions.of(article, kinds), List.of(), null);
    }

    /** As above, with warnings of possible mistakes. */
    public static DeskArticle checked(Article article, Edit edit) {
        return of(article, null, ArticleWarnings.of(article, edit.at()), null);
    }

    /** The response to a write: with warnings for a dry run. */
    public static BiFunction<Article, Edit, DeskArticle> written(WriteParameters how) {
        return written(how, LossReport.ofStoredContent());
    }

    /** As above, to a write of a body: with its losses. */
    static BiFunction<Article, Edit, DeskArticle> written(WriteParameters how, LossReport losses) {
        return (article, edit) -> {
            List<Warning> warnings = how.isDryRun() ? ArticleWarnings.of(article, edit.at()) : List.of();
            return of(article, null, warnings, losses.entries());
        };
    }

    /** RFC 3339, or {@link #INDEFINITE}; null: no embargo. */
    public static @Nullable String embargoEnd(Life life) {
        Instant end = life.embargoUntil();
        if (end == null) {
            return null;
        }
        return end.equals(Life.INDEFINITELY) ? INDEFINITE : end.toString();
    }

    private static DeskArticle of(
            Article article,
            @Nullable DeskInclusions included,
            List<Warning> warnings,
            @Nullable List<LossReport.Entry> losses) {
        ArticleDraft draft = article.workingDraft();
        Life life = article.life();
        return new DeskArticle(
                article.id(),
                draft,
                life.status(),
                article.revisions().latestRevision(),
                article.revisions().areAhead(),
                life.publishAt(),
                embargoEnd(life),
                life.expiresAt(),
                WithdrawalView.of(life.withdrawal()),
                article.text().corrections(),
                List.copyOf(article.text().aliases()),
                article.text().foreign(),
                article.dates().firstPublishedAt(),
                article.dates().publishedAt(),
                article.dates().updatedAt(),
                article.dates().modifiedAt(),
                article.revisions().modifiedBy(),
                article.version(),
                draft.words(),
                included,
                warnings.isEmpty() ? null : warnings,
                losses);
    }
}
