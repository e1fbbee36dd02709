package press.gazette.article.desk;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.article.Article;

/** How long an article is hidden from readers although it is published. */
@Schema(description = "How long an article is hidden from readers although it is published.")
public record EmbargoDraft(
        @Schema(description = "RFC 3339, or \"indefinite\".", example = "2100-01-01T06:00:00Z")
        String until) {

    private static final String INDEFINITE = "indefinite";

    private static final int LONGEST = 35;

    public EmbargoDraft {
        parse(until);
    }

    Instant end() {
        return parse(until);
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
            Instant end =
                    OffsetDateTime.parse(text.length() > LONGEST ? "" : text).toInstant();
            if (!end.isBefore(Article.INDEFINITELY) || end.isBefore(Instant.EPOCH)) {
                throw new DateTimeParseException("out of range", text, 0);
            }
            return end.truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "The end of an embargo is \"indefinite\" or RFC 3339, such as 2026-01-31T09:30:00Z.", e);
        }
    }
}
