package press.gazette.curation.desk;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.article.Status;
import press.gazette.curation.draft.EntryDraft;
import press.gazette.curation.draft.ListEntry;

/** An entry as the desk sees it. */
@Schema(description = "An entry as the desk sees it.")
public record EntryView(
        @Schema(description = "The same in all revisions that have it.")
        UUID id,

        @JsonUnwrapped EntryDraft placed,

        @Schema(description = "The article. Absent: it is something else, or there is no such article any more.")
        @Nullable
        ArticleLabel article,

        @Schema(
                description =
                        "Why readers would not be shown it now: gone, withdrawn, hidden, not-started or ended. Absent: "
                                + "nothing about it. Expect further words.",
                example = "withdrawn")
        @Nullable
        String flag) {

    static EntryView of(ListEntry entry, Names names, Map<UUID, ArticleLabel> articles, Instant now) {
        ArticleLabel article =
                entry.placed().target().articleId().map(articles::get).orElse(null);
        return new EntryView(entry.id(), names.entry(entry), article, flag(entry.placed(), article, now));
    }

    private static @Nullable String flag(EntryDraft placed, @Nullable ArticleLabel article, Instant now) {
        if (placed.target().article() != null && article == null) {
            return "gone";
        }
        return Optional.ofNullable(article)
                .filter(label -> !label.visible())
                .map(label -> label.status() == Status.WITHDRAWN ? "withdrawn" : "hidden")
                .orElseGet(() -> window(placed, now));
    }

    private static @Nullable String window(EntryDraft placed, Instant now) {
        if (placed.hasEnded(now)) {
            return "ended";
        }
        return placed.hasStarted(now) ? null : "not-started";
    }
}
