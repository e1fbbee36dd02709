package press.gazette.forwarding;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

import press.gazette.change.Change;
import press.gazette.change.Ledger;
import press.gazette.change.Subject;
import press.gazette.change.Versioned;
import press.gazette.desk.changes.DeskChangeListener;

/**
 * An address of a former site and its target. The target may be hidden or gone: then the address leads nowhere. All old
 * addresses are one subject of the ledger.
 */
@Entity
@EntityListeners(DeskChangeListener.class)
public class OldAddress extends PanacheEntityBase implements Versioned {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Column(nullable = false)
    private String path;

    private ForwardingTarget target;

    /** The import that wrote it. Absent: an editor did. */
    @Column
    private @Nullable String source;

    @Version
    private int version;

    protected OldAddress() {}

    /** Stores an address that an editor writes. */
    public static OldAddress create(OldPath path, ForwardingTarget target, Instant now) {
        OldAddress address = store(path, target, null);
        record(now);
        return address;
    }

    /**
     * Stores an address that an import brings. The ledger does not get it: no cached response is about an address that was
     * unknown, and an import has hundreds of thousands.
     */
    public static void bring(OldPath path, ForwardingTarget target, String source) {
        store(path, target, source);
    }

    private static OldAddress store(OldPath path, ForwardingTarget target, @Nullable String source) {
        OldAddress address = new OldAddress();
        address.path = path.value();
        address.target = target;
        address.source = source;
        address.persist();
        return address;
    }

    /** Removes the addresses of an import that lead to an article. */
    public static void takeBack(String source, UUID article, Instant now) {
        if (delete("source = ?1 and target.article = ?2", source, article) > 0) {
            record(now);
        }
    }

    /** Changes the path or the target. An editor's address is no longer that of an import. */
    public void revise(OldPath newPath, ForwardingTarget newTarget, Instant now) {
        if (newPath.value().equals(path) && newTarget.equals(target)) {
            return;
        }
        path = newPath.value();
        target = newTarget;
        source = null;
        record(now);
    }

    public void remove(Instant now) {
        delete();
        record(now);
    }

    private static void record(Instant now) {
        Ledger.record(Change.of(Change.Kind.UPDATED, Subject.ADDRESSES, List.of(), now));
    }

    /** The address with this path. */
    public static Optional<OldAddress> at(OldPath path) {
        return find("path", path.value()).firstResultOptional();
    }

    /** The addresses with these paths, by their paths, with one statement. */
    public static Map<String, OldAddress> at(Collection<OldPath> paths) {
        List<String> texts = paths.stream().map(OldPath::value).toList();
        return texts.isEmpty()
                ? Map.of()
                : OldAddress.<OldAddress>find("path in ?1", texts).stream()
                        .collect(Collectors.toMap(OldAddress::path, address -> address));
    }

    public static Optional<OldAddress> locked(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    public UUID id() {
        return id;
    }

    public String path() {
        return path;
    }

    public ForwardingTarget target() {
        return target;
    }

    public @Nullable String source() {
        return source;
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public Subject subject() {
        return Subject.address(id);
    }
}
