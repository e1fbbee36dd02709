package press.gazette.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.UuidGenerator;

/** That somebody, or the clock on somebody's behalf, has written something at the desk. Kept with the write itself, never changed. */
@Entity
@Table(name = "audit")
public class AuditRecord extends PanacheEntityBase {

    /** Who has written what was scheduled. */
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

    /** Notes what the running request has made of a thing. */
    static void keep(Call call, Versioned thing, Instant now) {
        keep(call.caller(), call.method(), call.path(), thing, now);
    }

    /**
     * Notes that a thing has been published by its schedule, as if that had sent the request.
     *
     * @param path of the publication
     */
    public static void keepScheduled(String path, Versioned thing, Instant now) {
        Panache.getEntityManager().flush();
        keep(SCHEDULE, "PUT", path, thing, now);
    }

    private static void keep(String actor, String action, String path, Versioned thing, Instant now) {
        AuditRecord made = new AuditRecord();
        made.at = now;
        made.actor = actor;
        made.subject = thing.subject().name();
        made.action = action;
        made.path = path;
        made.version = thing.version();
        made.persist();
    }

    /** What was written to a thing behind that version of it, the latest first, so many at most. */
    static List<String> since(Versioned thing, int version, int most) {
        return AuditRecord.<AuditRecord>find(
                        "subject = ?1 and version > ?2 order by subject, at desc, id desc",
                        thing.subject().name(),
                        version)
                .range(0, most - 1)
                .list()
                .stream()
                .map(record -> record.actor + " " + record.action + " " + record.path + " at " + record.at)
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
