package press.gazette.article.draft;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.problem.Problem;

/** The options of a publication. */
@Schema(description = "The options of a publication.")
public record PublicationDraft(
        @Schema(
                description = "The date to show to readers, now or earlier, from 1600 on. Absent: the "
                        + "date that it has, else the time at which readers begin to see it.")
        @Nullable
        Instant publishedAt,

        @Schema(
                description =
                        "The date of the last significant edit to show to readers, now or earlier, such as the one "
                                + "that the article had in another system; not before publishedAt. Absent: as the rules say.")
        @Nullable
        Instant updatedAt,

        @Schema(
                description =
                        "true: the edit of a published article is significant, and updatedAt moves. Absent: false.")
        @Nullable
        Boolean significant) {

    /** A publication without a date of its own. Readers of a published article are not told of the edit. */
    public static final PublicationDraft ORDINARY = new PublicationDraft(null, null, null);

    public PublicationDraft(@Nullable Instant publishedAt, @Nullable Boolean significant) {
        this(publishedAt, null, significant);
    }

    /**
     * The date to show to readers; null: none of its own.
     *
     * @throws Problem {@code invalid-content} if it is later than now
     */
    public @Nullable Instant date(Instant now) {
        if (publishedAt != null && publishedAt.isAfter(now)) {
            throw Problem.invalidContent(
                    "/publishedAt", "The date is now or earlier; to publish later, use the schedule.");
        }
        return publishedAt;
    }

    public boolean isSignificant() {
        return Boolean.TRUE.equals(significant);
    }
}
