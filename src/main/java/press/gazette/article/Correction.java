package press.gazette.article;

import java.time.Instant;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A note to readers about an error or news, shown with the article. */
@Schema(description = "A note to readers about an error or news, to be shown with the article.")
public record Correction(
        @Schema(description = "The time of its creation.") Instant at,

        @Schema(description = "The heading. Expect further kinds.", example = "correction")
        Kind kind,

        @Schema(description = "Plain text for readers.", example = "An earlier version misstated the year.")
        String text) {

    /** Every reader of the article gets all corrections, each up to 4,000 characters. No newsroom corrects one story as often. */
    public static final int MOST = 100;

    /** The heading of a correction. */
    @Schema(name = "CorrectionKind")
    public enum Kind {
        CORRECTION,
        CLARIFICATION,
        UPDATE;

        /** The kind in JSON and feeds. */
        @JsonValue
        public final String word = name().toLowerCase(Locale.ROOT);

        /** The kind as an English heading. */
        public String heading() {
            return name().charAt(0) + word.substring(1);
        }
    }
}
