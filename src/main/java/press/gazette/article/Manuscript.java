package press.gazette.article;

import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.jspecify.annotations.Nullable;

import press.gazette.article.body.Body;
import press.gazette.database.Planned;
import press.gazette.database.PlannedRowListener;
import press.gazette.media.Media;
import press.gazette.problem.Problem;

/** What is written of an article, apart from its life and what it is connected with. */
@MappedSuperclass
@EntityListeners(PlannedRowListener.class)
public abstract class Manuscript extends PanacheEntityBase implements Planned {

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

    /** The body as readers get it, so that no reading renders it. */
    @SuppressWarnings("UnusedVariable") // read by queries only
    private @Nullable String html;

    /** The version of Gazette's HTML that it is in; absent: no HTML is stored. */
    @SuppressWarnings("UnusedVariable") // read by queries only
    private @Nullable Integer htmlVersion;

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

    /** Of which revision the HTML was made. A release that knows of no HTML changes the body and not this. */
    @SuppressWarnings("UnusedVariable") // read by queries only
    private @Nullable Integer htmlRevision;

    protected Manuscript() {}

    /** @param revision the number of the revision that the content is of */
    void fill(ArticleContent content, int revision) {
        slug = content.slug().value();
        type = content.type();
        language = content.language();
        title = content.title();
        kicker = content.kicker();
        standfirst = content.standfirst();
        body = content.body();
        wordCount = content.body().words();
        html = content.body().html();
        htmlVersion = Body.HTML_VERSION;
        htmlRevision = revision;
        byline = content.byline();
        image = content.image();
        provenance = content.provenance();
        seo = content.seo();
    }

    void append(Correction correction) {
        if (corrections.size() >= Correction.MOST) {
            throw Problem.invalidContent(
                    "",
                    "An article has at most " + Correction.MOST
                            + " corrections, and this one has them. What is new belongs into the body.");
        }
        List<Correction> longer = new ArrayList<>(corrections);
        longer.add(correction);
        corrections = List.copyOf(longer);
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
}
