package press.gazette.article;

import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.jspecify.annotations.Nullable;

import press.gazette.tag.Tag;

/**
 * A tag on an article. It repeats the article's dates and whether it is published, so that one index serves each listing
 * of a tag in its order, however many articles the tag has.
 */
@Entity
@IdClass(Tagging.Key.class)
public class Tagging extends PanacheEntityBase {

    /** One tag stands on one article at most once. */
    public record Key(UUID article, UUID tag) implements Serializable {}

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    @SuppressWarnings("UnusedVariable") // read by queries only
    private Article article;

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    private Tag tag;

    /** From 0; the tag at 0 is the primary one. */
    @Column(nullable = false)
    private int position;

    /** The article's, repeated. */
    @Column
    private @Nullable Instant publishedAt;

    /** The article's, repeated. */
    @Column
    private @Nullable Instant updatedAt;

    /** The article's, repeated. */
    @Column
    @SuppressWarnings("UnusedVariable") // the database computes renewedAt from it
    private @Nullable Instant appearedAt;

    /** The article's, computed once more. */
    @Column(insertable = false, updatable = false)
    @SuppressWarnings("UnusedVariable") // read by queries only
    private @Nullable Instant renewedAt;

    /** Whether the article is published; embargo and expiry, which pass with time, are asked of the article itself. */
    @Column(nullable = false)
    private boolean listed;

    protected Tagging() {}

    Tagging(Article article, Tag tag, int position) {
        this.article = article;
        this.tag = tag;
        this.position = position;
    }

    /** Lets exactly these tags stand on the article, in this order; what stays is not written anew. */
    static void retag(List<Tagging> taggings, Article article, List<Tag> tags) {
        taggings.removeIf(tagging -> !tags.contains(tagging.tag));
        for (int i = 0; i < tags.size(); i++) {
            Tag tag = tags.get(i);
            int position = i;
            taggings.stream()
                    .filter(tagging -> tagging.tag.equals(tag))
                    .findFirst()
                    .ifPresentOrElse(
                            tagging -> tagging.position = position,
                            () -> taggings.add(new Tagging(article, tag, position)));
        }
        taggings.sort(Comparator.comparingInt(tagging -> tagging.position));
    }

    void list(boolean published, Dates dates) {
        listed = published;
        publishedAt = dates.publishedAt();
        updatedAt = dates.updatedAt();
        appearedAt = dates.appearedAt();
    }

    Tag tag() {
        return tag;
    }
}
