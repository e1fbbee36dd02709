package press.gazette.curation;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import org.jspecify.annotations.Nullable;

import press.gazette.change.Edit;

/** The planned publication of one revision of a list or of the site document. Replaced whole, never changed. */
@Embeddable
public class RevisionSchedule {

    /** Its columns are null where no publication is planned. */
    @Column
    private Integer scheduledRevision;

    @Column
    private Instant publishAt;

    /** Null: an importer. */
    private @Nullable String scheduledBy;

    protected RevisionSchedule() {}

    /**
     * The plan to publish a revision at a time.
     *
     * @param revision the number of the revision
     */
    public static RevisionSchedule of(int revision, Instant at, Edit edit) {
        RevisionSchedule schedule = new RevisionSchedule();
        schedule.scheduledRevision = revision;
        schedule.publishAt = at;
        schedule.scheduledBy = edit.editor();
        return schedule;
    }

    /** The number of the revision. */
    public int revision() {
        return scheduledRevision;
    }

    public Instant publishAt() {
        return publishAt;
    }

    /** The editor who planned it; null: an importer. */
    public @Nullable String scheduledBy() {
        return scheduledBy;
    }
}
