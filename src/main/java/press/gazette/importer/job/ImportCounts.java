package press.gazette.importer.job;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import press.gazette.importer.writer.Outcome;

/** The items of an import that are done, by their outcomes. */
@Embeddable
public class ImportCounts {

    @Column(nullable = false)
    private int itemCount;

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
        itemCount++;
        switch (outcome) {
            case CREATED -> created++;
            case UPDATED -> updated++;
            case UNCHANGED -> unchanged++;
            case LEFT_OUT -> leftOut++;
            case FAILED -> failed++;
            case UNDONE -> throw new IllegalArgumentException("An import counts what it reads");
        }
    }

    /** Counts the lines and articles of an export of Gazette, which are written at once. */
    void countLines(int lines, int articles) {
        itemCount = lines;
        created = articles;
    }

    /** Counts the entries that are taken back from here on. */
    void beginReversal() {
        itemCount = 0;
    }

    void countReversal() {
        itemCount++;
    }

    public int itemCount() {
        return itemCount;
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
