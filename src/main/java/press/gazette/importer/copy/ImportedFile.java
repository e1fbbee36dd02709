package press.gazette.importer.copy;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A file of a former site that is in the store, by its address there. */
@Entity
class ImportedFile extends PanacheEntityBase {

    /** The longest address, in ASCII: an index of PostgreSQL holds no longer entries. */
    static final int LONGEST = 2_000;

    @Id
    private String address;

    @Column(nullable = false)
    private UUID mediaId;

    @Column(nullable = false)
    @SuppressWarnings("UnusedVariable") // for operators who look into the database
    private UUID jobId;

    protected ImportedFile() {}

    static void keep(String address, UUID media, UUID job) {
        ImportedFile file = new ImportedFile();
        file.address = address;
        file.mediaId = media;
        file.jobId = job;
        // A record whose picture was removed here since is replaced.
        getEntityManager().merge(file);
    }

    static List<ImportedFile> at(Collection<String> addresses) {
        return addresses.isEmpty() ? List.of() : list("address in ?1", addresses);
    }

    String address() {
        return address;
    }

    UUID mediaId() {
        return mediaId;
    }
}
