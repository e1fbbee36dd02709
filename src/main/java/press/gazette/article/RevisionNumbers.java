package press.gazette.article;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import org.jspecify.annotations.Nullable;

/** The numbers of an article's latest and live revisions, its public version and its last editor. */
@Embeddable
public class RevisionNumbers {

    /** The number of the working draft; 0: never saved at the desk. */
    @Column(nullable = false)
    private int latestRevision;

    /** The number of the revision in the article's columns, which readers see of a published article. */
    @Column(nullable = false)
    private int liveRevision;

    /** The last editor; absent: an importer. */
    @Column
    private @Nullable String modifiedBy;

    /** The version that readers see: counts their versions. Absent: never published, or published by an older release. */
    @Column
    private @Nullable Integer publicVersion;

    int next(String author) {
        latestRevision++;
        modifiedBy = author;
        return latestRevision;
    }

    void goLive() {
        liveRevision = latestRevision;
    }

    /**
     * Counts a version for readers.
     *
     * @param before the version that readers saw before counting began; 0: none
     */
    void given(int before) {
        publicVersion = (publicVersion == null ? before : publicVersion) + 1;
    }

    /** @param editor of the change; null: keeps the last editor */
    void by(@Nullable String editor) {
        modifiedBy = editor == null ? modifiedBy : editor;
    }

    /** @param ofDesk the version that readers of a publication by an older release see */
    int publicVersion(int ofDesk) {
        return publicVersion == null ? ofDesk : publicVersion;
    }

    public int latestRevision() {
        return latestRevision;
    }

    int liveRevision() {
        return liveRevision;
    }

    public @Nullable String modifiedBy() {
        return modifiedBy;
    }

    /** True if the working draft is not live. */
    public boolean areAhead() {
        return latestRevision != liveRevision;
    }
}
