package press.gazette.article.desk;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.article.Article;
import press.gazette.desk.Outcome;
import press.gazette.time.Timestamp;

/** How long an article is hidden from readers although it is published. */
@Schema(description = "How long an article is hidden from readers although it is published.")
public record EmbargoDraft(
        @Schema(description = "RFC 3339, or \"indefinite\".", example = "2100-01-01T06:00:00Z")
        String until) {

    private static final String INDEFINITE = "indefinite";

    public EmbargoDraft {
        parse(until);
    }

    static @Nullable String text(@Nullable Instant end) {
        if (end == null) {
            return null;
        }
        return end.equals(Article.INDEFINITELY) ? INDEFINITE : end.toString();
    }

    private static Instant parse(String text) {
        if (text.equals(INDEFINITE)) {
            return Article.INDEFINITELY;
        }
        return Timestamp.parse(text)
                .filter(end -> end.isBefore(Article.INDEFINITELY) && !end.isBefore(Instant.EPOCH))
                .orElseThrow(() -> new IllegalArgumentException(
                        "The end of an embargo is \"indefinite\" or RFC 3339, such as 2026-01-31T09:30:00Z."));
    }

    Outcome embargo(Article article, Instant now) {
        boolean again = article.life().embargoUntil() != null;
        article.embargo(parse(until), now);
        return Outcome.of(again);
    }
}
