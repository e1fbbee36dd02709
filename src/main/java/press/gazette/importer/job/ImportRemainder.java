package press.gazette.importer.job;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.jspecify.annotations.Nullable;

import press.gazette.importer.item.ImportedArticle;
import press.gazette.importer.item.ImportedItem;
import press.gazette.importer.item.LeftOut;
import press.gazette.importer.writer.Outcome;
import press.gazette.importer.writer.Written;
import press.gazette.json.Json;

/** Content of an item that has no place in an article, such as comments of readers. Only the desk sees it. */
@Entity
@IdClass(ImportEntry.Key.class)
public class ImportRemainder extends PanacheEntityBase {

    /** The longest content of one item, in characters of JSON. */
    private static final int LONGEST = 4_000_000;

    private static final int LONGEST_KIND = 40;
    private static final int LONGEST_ID = 500;

    @Id
    private UUID jobId;

    @Id
    private int number;

    @Column(nullable = false)
    private String kind;

    @Column(nullable = false)
    private String foreignId;

    private @Nullable UUID articleId;

    /** JSON. */
    @Column(nullable = false)
    private String content;

    protected ImportRemainder() {}

    /** Keeps the remainder of an item, if it has one and was written or left out now. */
    static void keep(ImportEntry.Key key, ImportedItem item, Written written) {
        if (item instanceof LeftOut leftOut && !leftOut.content().isEmpty()) {
            store(key, leftOut.reason().code(), item.id(), null, leftOut.content());
        }
        boolean isNew = written.outcome() == Outcome.CREATED || written.outcome() == Outcome.UPDATED;
        if (item instanceof ImportedArticle article
                && isNew
                && !article.comments().isEmpty()) {
            store(key, "comments", item.id(), written.article(), article.comments());
        }
    }

    private static void store(
            ImportEntry.Key key, String kind, String foreignId, @Nullable UUID article, Object content) {
        String json = Json.column(content);
        ImportRemainder remainder = new ImportRemainder();
        remainder.jobId = key.jobId();
        remainder.number = key.number();
        remainder.kind = kind.length() > LONGEST_KIND ? kind.substring(0, LONGEST_KIND) : kind;
        remainder.foreignId = foreignId.length() > LONGEST_ID ? foreignId.substring(0, LONGEST_ID) : foreignId;
        remainder.articleId = article;
        remainder.content = json.length() > LONGEST ? Json.column(Map.of("tooLong", json.length())) : json;
        remainder.persist();
    }

    /** Up to {@code most} remainders behind a number, in order. */
    public static List<ImportRemainder> after(UUID job, int number, int most) {
        return ImportRemainder.<ImportRemainder>find("jobId = ?1 and number > ?2 order by jobId, number", job, number)
                .range(0, most - 1)
                .list();
    }

    public int number() {
        return number;
    }

    /** The kind, such as comments; of an item that was left out, the code of the reason. */
    public String kind() {
        return kind;
    }

    public String foreignId() {
        return foreignId;
    }

    public @Nullable UUID articleId() {
        return articleId;
    }

    /** JSON. */
    public String content() {
        return content;
    }
}
