package press.gazette.importer.job;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.jspecify.annotations.Nullable;

import press.gazette.importer.copy.ImportMedia;
import press.gazette.importer.item.Fate;
import press.gazette.importer.item.ImportedArticle;
import press.gazette.importer.item.ImportedItem;

/**
 * The decisions of an operator on one import.
 *
 * @param mapping in YAML; empty: none
 * @param fileCount the number of its files, from 1
 * @param changedSince only items that were changed since then are written; null: all
 */
@Embeddable
public record ImportOptions(
        @Column(nullable = false) @Enumerated(EnumType.STRING)
        ImportFormat format,

        @Column(nullable = false) String mapping,

        @Column(nullable = false) boolean dryRun,

        @Column(nullable = false) @Enumerated(EnumType.STRING)
        ImportMedia media,

        @Column(nullable = false) int fileCount,

        @Nullable Instant changedSince) {

    /** An import of one file whose pictures stay where they are. */
    public static ImportOptions of(ImportFormat format) {
        return new ImportOptions(format, "", false, ImportMedia.REFER, 1, null);
    }

    /**
     * True if the item is public and was last changed before {@code changedSince}. Items without a date may have changed, and so may
     * hidden ones, since some systems change no date when they hide an item.
     */
    boolean passOver(ImportedItem item) {
        if (changedSince == null || !(item instanceof ImportedArticle article) || article.fate() != Fate.PUBLISHED) {
            return false;
        }
        Instant changed = latest(article.updatedAt(), article.publishedAt());
        return changed != null && changed.isBefore(changedSince);
    }

    private static @Nullable Instant latest(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }
}
