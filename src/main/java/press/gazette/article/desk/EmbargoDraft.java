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
        @Schema(description = "RFC 3339, years 1600 to 9998, or \"indefinite\".", example = "2100-01-01T06:00:00Z")
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
        try {
            return Timestamp.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The end of an embargo is \"indefinite\" or a time. " + e.getMessage(), e);
        }
    }

    public Outcome embargo(Article article, Instant now) {
        boolean again = article.life().embargoUntil() != null;
        article.embargo(parse(until), now);
        return Outcome.of(again);
    }
}
