package press.gazette.article.desk;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.article.Article;
import press.gazette.article.Status;
import press.gazette.article.draft.ArticleType;
import press.gazette.database.Row;

/** An article in the desk's listing. */
@Schema(description = "An article in the desk's listing.")
public record DeskArticleCard(
        @Schema(description = "Never changes.") UUID id,

        @Schema(description = "Its address.", example = "harbour-lock-closed")
        String slug,

        @Schema(description = "The journalistic form. Expect further types.", example = "news")
        ArticleType type,

        @Schema(description = "Expect further statuses.", example = "draft")
        Status status,

        @Schema(description = "The headline; of a published article the one that readers see.")
        String title,

        @Schema(description = "true if the working draft differs from the live content.")
        boolean unpublishedChanges,

        @Schema(description = "The time of the scheduled publication. Absent: the article is not scheduled.") @Nullable
        Instant publishAt,

        @Schema(description = "The date shown to readers. Absent: never published.") @Nullable
        Instant publishedAt,

        @Schema(description = "The last edit of any kind; the listing's order.")
        Instant modifiedAt,

        @Schema(description = "The editor who made the last edit. Absent: an importer.") @Nullable
        String modifiedBy,

        @Schema(description = "The ETag's number.", example = "3")
        int version) {

    /** The columns of an article {@code a}. */
    static final String COLUMNS = """
            a.id, a.slug, a.type, a.status, a.title, a.latest_revision <> a.live_revision, a.publish_at, a.published_at,
            a.modified_at, a.modified_by, a.version""";

    /** Reads the columns. */
    static DeskArticleCard of(Row row) {
        return new DeskArticleCard(
                row.uuid(),
                row.text(),
                row.constant(ArticleType.class),
                row.constant(Status.class),
                row.text(),
                row.flag(),
                row.instantOrNull(),
                row.instantOrNull(),
                row.instant(),
                row.textOrNull(),
                row.integer());
    }

    static DeskArticleCard of(Article article) {
        return new DeskArticleCard(
                article.id(),
                article.slug(),
                article.text().type(),
                article.life().status(),
                article.text().title(),
                article.revisions().areAhead(),
                article.life().publishAt(),
                article.dates().publishedAt(),
                article.dates().modifiedAt(),
                article.revisions().modifiedBy(),
                article.version());
    }
}
