package press.gazette.importer.item;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The state and the dates of an article of another system.
 *
 * @param publishedAt the date to show; of a scheduled one, the time of its publication
 * @param embargoUntil readers do not see it before; null: no embargo
 * @param version grows with each version of the article there; null: versions have no numbers
 */
public record ImportedState(
        Fate fate,
        @Nullable Instant publishedAt,
        @Nullable Instant updatedAt,
        @Nullable Instant embargoUntil,
        @Nullable Long version) {

    /** A state without an embargo and without numbers of versions. */
    public ImportedState(Fate fate, @Nullable Instant publishedAt, @Nullable Instant updatedAt) {
        this(fate, publishedAt, updatedAt, null, null);
    }
}
