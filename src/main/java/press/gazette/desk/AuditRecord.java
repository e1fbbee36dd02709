package press.gazette.desk;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.UuidGenerator;

/** That somebody has written something at the desk. Kept with the write itself, never changed. */
@Entity
@Table(name = "audit")
class AuditRecord extends PanacheEntityBase {

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

    /** Notes what the running request has made of a thing. */
    static void keep(Call call, Versioned thing, Instant now) {
        AuditRecord made = new AuditRecord();
        made.at = now;
        made.actor = call.caller();
        made.subject = thing.subject().name();
        made.action = call.method();
        made.path = call.path();
        made.version = thing.version();
        made.persist();
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
