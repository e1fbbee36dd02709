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
 * A tag on an article. It copies the article's dates and its publication, so that one index serves each listing of a tag in
 * its order, for any number of articles.
 */
@Entity
@IdClass(Tagging.Key.class)
public class Tagging extends PanacheEntityBase {

    /** An article carries a tag at most once. */
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

    /** Copied from the article. */
    @Column
    private @Nullable Instant publishedAt;

    /** Copied from the article. */
    @Column
    private @Nullable Instant updatedAt;

    /** Copied from the article. */
    @Column
    @SuppressWarnings("UnusedVariable") // the database computes renewedAt from it
    private @Nullable Instant appearedAt;

    /** As in the article; the database computes it. */
    @Column(insertable = false, updatable = false)
    @SuppressWarnings("UnusedVariable") // read by queries only
    private @Nullable Instant renewedAt;

    /** True if the article is published; queries check embargo and expiry, which depend on the time, on the article. */
    @Column(nullable = false)
    private boolean listed;

    protected Tagging() {}

    Tagging(Article article, Tag tag, int position) {
        this.article = article;
        this.tag = tag;
        this.position = position;
    }

    /** Puts exactly these tags on the article, in this order. Taggings that stay are not rewritten. */
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
