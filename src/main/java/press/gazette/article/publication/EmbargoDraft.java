package press.gazette.article.publication;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import press.gazette.article.Life;
import press.gazette.article.desk.DeskArticle;
import press.gazette.time.Timestamp;

/** The end of an embargo. */
@Schema(description = "The end of an embargo, until which an article is hidden from readers although it is published.")
public record EmbargoDraft(
        @Schema(description = "RFC 3339, years 1600 to 9998, or \"indefinite\".", example = "2100-01-01T06:00:00Z")
        String until) {

    public EmbargoDraft {
        parse(until);
    }

    private static Instant parse(String text) {
        if (text.equals(DeskArticle.INDEFINITE)) {
            return Life.INDEFINITELY;
        }
        try {
            return Timestamp.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The end of an embargo is \"indefinite\" or a time. " + e.getMessage(), e);
        }
    }

    public Instant end() {
        return parse(until);
    }
}
