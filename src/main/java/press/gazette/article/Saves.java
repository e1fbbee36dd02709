package press.gazette.article;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import org.jspecify.annotations.Nullable;

/** Which of its saves an article is at, and whose the last change was. */
@Embeddable
public class Saves {

    /** Increases with each save; 0: no desk has ever saved it. */
    @Column(nullable = false)
    private int latestRevision;

    /** The revision that stands in the article, and that readers see of a published one. */
    @Column(nullable = false)
    private int liveRevision;

    /** Whose the last change was; absent: an importer's. */
    @Column
    private @Nullable String modifiedBy;

    /** What readers see as its version: counts what they were given. Absent: never published, or by an older release. */
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
     * Counts what readers are given.
     *
     * @param before the version that they saw, where it was not counted yet; 0: none
     */
    void given(int before) {
        publicVersion = (publicVersion == null ? before : publicVersion) + 1;
    }

    /** Absent: nobody's, so that it stays who it was. */
    void by(@Nullable String editor) {
        modifiedBy = editor == null ? modifiedBy : editor;
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

    /** Whether the last save is not in its place yet. */
    public boolean areAhead() {
        return latestRevision != liveRevision;
    }
}
