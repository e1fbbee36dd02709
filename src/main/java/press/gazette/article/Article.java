package press.gazette.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.SortNatural;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

import press.gazette.address.Slug;
import press.gazette.article.body.Body;
import press.gazette.change.Change;
import press.gazette.change.Ledger;
import press.gazette.change.Subject;
import press.gazette.media.Media;
import press.gazette.tag.Tag;

/** An article and its life. Every move that readers can notice is entered into the ledger with the move itself. */
@Entity
public class Article extends PanacheEntityBase {

    /** The embargo that only an editor ends. */
    public static final Instant INDEFINITELY = Instant.parse("9999-12-31T23:59:59Z");

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Column(nullable = false)
    private String slug;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    private ArticleType type;

    @Column(nullable = false)
    private String language;

    @Column(nullable = false)
    private String title;

    private @Nullable String kicker;
    private @Nullable String standfirst;

    @Column(nullable = false)
    @Convert(converter = Columns.OfBody.class)
    private Body body;

    @Column(nullable = false)
    private int wordCount;

    private @Nullable String byline;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Media image;

    /** Absent: this newsroom's own. */
    private @Nullable Provenance provenance;

    @Convert(converter = Columns.OfSeo.class)
    private @Nullable Seo seo;

    @Column(nullable = false)
    @Convert(converter = Columns.OfCorrections.class)
    private List<Correction> corrections = List.of();

    @OneToMany(mappedBy = "article", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<Tagging> taggings = new ArrayList<>();

    @ManyToMany
    @JoinTable(
            name = "article_related",
            joinColumns = @JoinColumn(name = "article_id"),
            inverseJoinColumns = @JoinColumn(name = "related_id"))
    @OrderColumn(name = "position")
    private List<Article> related = new ArrayList<>();

    /** Slugs that were once this article's. */
    @ElementCollection
    @CollectionTable(name = "article_alias", joinColumns = @JoinColumn(name = "article_id"))
    @Column(name = "slug")
    @SortNatural
    private SortedSet<String> aliases = new TreeSet<>();

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    private Status status = Status.DRAFT;

    /** When a scheduled article is due; absent in every other status. */
    private @Nullable Instant publishAt;

    /** Hidden until then although published. */
    private @Nullable Instant embargoUntil;

    /** Hidden from then on although published. */
    private @Nullable Instant expiresAt;

    private @Nullable Withdrawal withdrawal;

    private Dates dates;

    @Version
    private int version;

    protected Article() {}

    /** A new article, visible to the desk only. */
    public static Article draft(ArticleContent content, Instant now) {
        Article article = new Article();
        article.slug = content.slug().value();
        article.type = content.type();
        article.language = content.language();
        article.title = content.title();
        article.kicker = content.kicker();
        article.standfirst = content.standfirst();
        article.body = content.body();
        article.wordCount = content.body().words();
        article.byline = content.byline();
        article.image = content.image();
        article.provenance = content.provenance();
        article.seo = content.seo();
        for (Tag tag : content.tags()) {
            article.taggings.add(new Tagging(article, tag, article.taggings.size()));
        }
        article.related.addAll(content.related());
        article.dates = new Dates(now);
        article.persist();
        return article;
    }

    /** Shows the article to readers, dated as they shall see it; from now on unless an embargo holds it back. */
    public void publish(Instant date, Instant now) {
        status = status.to(Status.PUBLISHED);
        publishAt = null;
        withdrawal = null;
        dates.published(date, now);
        relist();
        record(Change.Kind.CREATED, now);
    }

    /** Has the article published by itself at a later time. */
    public void schedule(Instant due, Instant now) {
        status = status.to(Status.SCHEDULED);
        publishAt = due;
        dates.edited(now);
    }

    /** Hides the article from readers until then, published or not. */
    public void embargo(Instant until, Instant now) {
        boolean wasPublic = Visibility.includes(this, now);
        embargoUntil = until;
        dates.edited(now);
        recordIfGone(wasPublic, now);
    }

    /** Hides the article from readers from then on. */
    public void expire(Instant at, Instant now) {
        boolean wasPublic = Visibility.includes(this, now);
        expiresAt = at;
        dates.edited(now);
        recordIfGone(wasPublic, now);
    }

    /** Takes the article away from every reader at once. Its address says so from now on; nothing public keeps the title. */
    public void withdraw(Withdrawal.Reason reason, @Nullable String note, Instant now) {
        boolean wasPublic = Visibility.includes(this, now);
        status = status.to(Status.WITHDRAWN);
        withdrawal = new Withdrawal(reason, note, now);
        dates.edited(now);
        relist();
        if (wasPublic) {
            ledger(Change.Kind.WITHDRAWN, now);
        }
    }

    /** Adds a note to readers, which is a significant edit by its nature. */
    public void correct(Correction correction, Instant now) {
        List<Correction> longer = new ArrayList<>(corrections);
        longer.add(correction);
        corrections = List.copyOf(longer);
        significantlyEdited(correction.at(), now);
    }

    /** Says that readers should hear of the last edit. */
    public void significantlyEdited(Instant at, Instant now) {
        dates.significantlyEdited(at, now);
        relist();
        record(Change.Kind.UPDATED, now);
    }

    /** Gives the article another address; the old one leads to it for ever. */
    public void move(Slug newSlug, Instant now) {
        aliases.add(slug);
        aliases.remove(newSlug.value());
        slug = newSlug.value();
        dates.edited(now);
        record(Change.Kind.MOVED, now);
    }

    /** Picks further articles by hand. */
    public void relate(List<Article> others) {
        related.addAll(others);
    }

    /** What readers cannot see has no place in the ledger: it would tell them of it. */
    private void record(Change.Kind kind, Instant now) {
        if (Visibility.includes(this, now)) {
            taggings.forEach(tagging -> tagging.tag().appear(now));
            ledger(kind, now);
        }
    }

    private void recordIfGone(boolean wasPublic, Instant now) {
        if (wasPublic && !Visibility.includes(this, now)) {
            ledger(Change.Kind.DELETED, now);
        }
    }

    private void ledger(Change.Kind kind, Instant now) {
        List<Subject> touched = new ArrayList<>(List.of(Subject.ARTICLES));
        taggings.forEach(tagging -> touched.add(tagging.tag().subject()));
        Ledger.record(Change.of(kind, Subject.article(id), touched, now));
    }

    private void relist() {
        taggings.forEach(tagging -> tagging.list(status == Status.PUBLISHED, dates));
    }

    public UUID id() {
        return id;
    }

    public String slug() {
        return slug;
    }

    public ArticleType type() {
        return type;
    }

    public String language() {
        return language;
    }

    public String title() {
        return title;
    }

    public @Nullable String kicker() {
        return kicker;
    }

    public @Nullable String standfirst() {
        return standfirst;
    }

    public Body body() {
        return body;
    }

    public int wordCount() {
        return wordCount;
    }

    public @Nullable String byline() {
        return byline;
    }

    public @Nullable Media image() {
        return image;
    }

    /** Absent columns come back as an absent object. */
    public Provenance provenance() {
        return provenance == null ? Provenance.OWN : provenance;
    }

    public @Nullable Seo seo() {
        return seo;
    }

    public List<Correction> corrections() {
        return corrections;
    }

    public @Nullable Withdrawal withdrawal() {
        return withdrawal;
    }

    public Status status() {
        return status;
    }

    public @Nullable Instant publishAt() {
        return publishAt;
    }

    public @Nullable Instant embargoUntil() {
        return embargoUntil;
    }

    public @Nullable Instant expiresAt() {
        return expiresAt;
    }

    public Dates dates() {
        return dates;
    }

    public int version() {
        return version;
    }
}
