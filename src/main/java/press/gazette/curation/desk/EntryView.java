package press.gazette.curation.desk;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.article.Status;
import press.gazette.curation.content.ListEntry;
import press.gazette.curation.content.Placement;
import press.gazette.curation.draft.EntryDraft;

/** An entry of a list at the desk. */
@Schema(description = "An entry of a list at the desk.")
public record EntryView(
        @Schema(description = "The id of the entry, the same in all revisions that have it.")
        UUID id,

        @JsonUnwrapped EntryDraft placed,

        @Schema(description = "The article. Absent: the target is not an article, or the article is gone.") @Nullable
        ArticleLabel article,

        @Schema(
                description =
                        "The reason why readers would not be shown the entry now: gone, withdrawn, hidden, not-started or "
                                + "ended. Absent: none of these. Expect further words.",
                example = "withdrawn")
        @Nullable
        String flag) {

    static EntryView of(ListEntry entry, ListReferences references, Map<UUID, ArticleLabel> articles, Instant now) {
        ArticleLabel article =
                entry.placed().target().articleId().map(articles::get).orElse(null);
        return new EntryView(entry.id(), references.draft(entry), article, flag(entry.placed(), article, now));
    }

    private static @Nullable String flag(Placement placed, @Nullable ArticleLabel article, Instant now) {
        if (placed.target().articleId().isPresent() && article == null) {
            return "gone";
        }
        return Optional.ofNullable(article)
                .filter(label -> !label.visible())
                .map(label -> label.status() == Status.WITHDRAWN ? "withdrawn" : "hidden")
                .orElseGet(() -> window(placed, now));
    }

    private static @Nullable String window(Placement placed, Instant now) {
        if (placed.hasEnded(now)) {
            return "ended";
        }
        return placed.hasStarted(now) ? null : "not-started";
    }
}
