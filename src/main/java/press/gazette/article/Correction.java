package press.gazette.article;

import java.time.Instant;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was wrong or is new, said openly below the article. */
@Schema(description = "What was wrong or is new, to be shown with the article.")
public record Correction(
        @Schema(description = "When it was made.") Instant at,

        @Schema(description = "How to head it. Expect further kinds.", example = "correction")
        Kind kind,

        @Schema(description = "Plain text for readers.", example = "An earlier version misstated the year.")
        String text) {

    /** Every reader of the article gets all of them, each up to 4,000 characters. No newsroom corrects one story as often. */
    public static final int MOST = 100;

    /** How readers are told. */
    public enum Kind {
        CORRECTION,
        CLARIFICATION,
        UPDATE;

        /** As it stands in JSON and feeds. */
        @JsonValue
        public final String word = name().toLowerCase(Locale.ROOT);
    }
}
