package press.gazette.importer.job;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import press.gazette.importer.writer.Outcome;

/** The items of an import by their outcomes. */
@Embeddable
public class ImportCounts {

    @Column(nullable = false)
    private int created;

    @Column(nullable = false)
    private int updated;

    @Column(nullable = false)
    private int unchanged;

    @Column(nullable = false)
    private int leftOut;

    @Column(nullable = false)
    private int failed;

    protected ImportCounts() {}

    void count(Outcome outcome) {
        switch (outcome) {
            case CREATED -> created++;
            case UPDATED -> updated++;
            case UNCHANGED -> unchanged++;
            case LEFT_OUT -> leftOut++;
            case FAILED -> failed++;
            case UNDONE -> throw new IllegalArgumentException("An import counts what it reads");
        }
    }

    void createdAtOnce(int articles) {
        created = articles;
    }

    public int created() {
        return created;
    }

    public int updated() {
        return updated;
    }

    public int unchanged() {
        return unchanged;
    }

    public int leftOut() {
        return leftOut;
    }

    public int failed() {
        return failed;
    }
}
