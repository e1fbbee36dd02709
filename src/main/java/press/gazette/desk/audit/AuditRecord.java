package press.gazette.desk.audit;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.UuidGenerator;

import press.gazette.change.Edit;
import press.gazette.change.Versioned;
import press.gazette.desk.changes.DeskChanges;

/** A write at the desk, by a caller or by a schedule. Stored in the transaction of the write, never changed. */
@Entity
@Table(name = "audit")
public class AuditRecord extends PanacheEntityBase {

    /** The actor of scheduled writes. */
    public static final String SCHEDULE = "schedule";

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Column(nullable = false)
    private Instant at;

    @Column(nullable = false)
    private String actor;

    @Column(nullable = false)
    private String subject;

    @Column(nullable = false)
    private String action;

    @Column(nullable = false)
    private String path;

    @Column(nullable = false)
    private int version;

    protected AuditRecord() {}

    /**
     * Records a publication by schedule, as if the schedule had sent the request.
     *
     * @param path of the publication
     */
    public static void recordScheduled(String path, Versioned resource, Instant now) {
        Panache.getEntityManager().flush();
        record(new Edit(SCHEDULE, now), "PUT", path, resource);
    }

    /**
     * Records a write in the running transaction.
     *
     * @param action the method of the request, such as {@code PUT}
     * @param path of the request
     */
    public static void record(Edit edit, String action, String path, Versioned resource) {
        AuditRecord row = new AuditRecord();
        row.at = edit.at();
        row.actor = Objects.requireNonNull(edit.editor());
        row.subject = resource.subject().name();
        row.action = action;
        row.path = path;
        row.version = resource.version();
        row.persist();
        DeskChanges.by(edit.author());
    }

    /**
     * The writes to a resource after a version of it, the latest first.
     *
     * @param most maximum number
     */
    public static List<String> since(Versioned resource, int version, int most) {
        return AuditRecord.<AuditRecord>find(
                        "subject = ?1 and version > ?2 order by subject, at desc, id desc",
                        resource.subject().name(),
                        version)
                .range(0, most - 1)
                .list()
                .stream()
                .map(row -> row.actor + " " + row.action + " " + row.path + " at " + row.at)
                .toList();
    }

    UUID id() {
        return id;
    }

    AuditView view() {
        return new AuditView(at, actor, subject, action, path, version);
    }

    Instant at() {
        return at;
    }
}
