package press.gazette.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.SortNatural;
import org.jspecify.annotations.Nullable;

import press.gazette.address.Slug;
import press.gazette.article.access.Access;
import press.gazette.article.access.AccessDraft;
import press.gazette.article.draft.ArticleType;
import press.gazette.article.draft.Foreign;
import press.gazette.article.draft.Provenance;
import press.gazette.article.draft.Seo;
import press.gazette.article.slug.SlugClaims;
import press.gazette.body.Body;
import press.gazette.json.JsonColumn;
import press.gazette.media.Media;
import press.gazette.media.rendition.Focus;
import press.gazette.problem.Problem;
import press.gazette.tag.Tag;

/**
 * The text of an article, its address and the former addresses that lead to it. Writing a field marks the article as changed,
 * even with an equal value: only a move that counts a new version may write here.
 */
@Embeddable
public class ArticleText {

    @Column(nullable = false)
    private String slug;

    /** Former slugs by which readers knew the article. */
    @ElementCollection
    @CollectionTable(name = "article_alias", joinColumns = @JoinColumn(name = "article_id"))
    @Column(name = "slug")
    @SortNatural
    private SortedSet<String> aliases = new TreeSet<>();

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
    @Convert(converter = BodyColumn.class)
    private Body body;

    /** Absent: free. */
    private @Nullable Access access;

    /**
     * The body as everybody gets it, where a part of it is for some readers only. Absent: everybody gets the whole. Queries
     * for readers read it in place of the body.
     */
    @Convert(converter = BodyColumn.class)
    @SuppressWarnings("UnusedVariable") // read by queries only
    private @Nullable Body publicBody;

    @Column(nullable = false)
    @SuppressWarnings("UnusedVariable") // read by queries only
    private int wordCount;

    /**
     * The whole body as HTML, so that reading does not render it. Absent if it links to articles by id, since their
     * addresses change.
     */
    @SuppressWarnings("UnusedVariable") // read by queries only
    private @Nullable String html;

    /** The version of Gazette's HTML that {@code html} is in; absent: no HTML is stored. */
    @SuppressWarnings("UnusedVariable") // read by queries only
    private @Nullable Integer htmlVersion;

    /** The revision of which the HTML was made. A release without stored HTML changes the body and not this number. */
    @SuppressWarnings("UnusedVariable") // read by queries only
    private @Nullable Integer htmlRevision;

    private @Nullable String byline;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "image_id")
    private @Nullable Media image;

    /** The point of the lead picture that crops keep here; null: that of the picture. */
    @AttributeOverride(name = "x", column = @Column(name = "image_focus_x"))
    @AttributeOverride(name = "y", column = @Column(name = "image_focus_y"))
    private @Nullable Focus imageFocus;

    /** Absent: this newsroom's own. */
    private @Nullable Provenance provenance;

    @Convert(converter = SeoColumn.class)
    private @Nullable Seo seo;

    /** As {@code seo} says, for sitemaps. */
    @Column(nullable = false)
    @SuppressWarnings("UnusedVariable") // read by queries only
    private boolean noIndex;

    /** As {@code seo} says: a picture in use is not removed. */
    @SuppressWarnings("UnusedVariable") // read by queries only
    private @Nullable UUID seoImageId;

    @Column(nullable = false)
    @Convert(converter = CorrectionsColumn.class)
    private List<Correction> corrections = List.of();

    /** Its identity where it came from. Absent: it was written here. */
    private @Nullable Foreign foreign;

    private WorkingText working = new WorkingText();

    protected ArticleText() {}

    /**
     * Puts content here. It may return to a former slug, which is no alias then.
     *
     * @param known the slug by which readers know the article, which leads to it for ever
     * @param revision the number of the revision that the content is of
     */
    void fill(ArticleContent content, Optional<String> known, int revision) {
        known.ifPresent(former -> aliases.add(former));
        SlugClaims.change(slug, content.slug().value());
        slug = content.slug().value();
        aliases.remove(slug);
        type = content.type();
        language = content.language();
        title = content.title();
        kicker = content.kicker();
        standfirst = content.standfirst();
        put(content.body(), content.access());
        boolean changes = !body.articles().isEmpty();
        html = changes ? null : body.html();
        htmlVersion = changes ? null : Body.HTML_VERSION;
        htmlRevision = changes ? null : revision;
        byline = content.byline();
        image = content.image();
        imageFocus = content.imageFocus();
        provenance = content.provenance();
        seo = content.seo();
        noIndex = seo != null && seo.forbidsIndex();
        seoImageId = seo == null ? null : seo.imageId();
        working.goLive(content, revision);
    }

    /** Takes the past of a new article in another system. */
    void cameFrom(@Nullable List<String> former, @Nullable Foreign identity) {
        aliases.addAll(SlugClaims.former(former));
        aliases.remove(slug);
        foreign = identity;
    }

    /** Takes the fields that the article has in the system it came from. Returns whether they differ from the former ones. */
    public boolean comesWith(Map<String, List<String>> fields) {
        if (foreign == null) {
            return false;
        }
        Foreign newer = new Foreign(foreign.system(), foreign.id(), fields);
        boolean differs = !newer.equals(foreign);
        if (differs) {
            foreign = newer;
        }
        return differs;
    }

    /** Takes the content of the working draft for the desk's search; {@link #fill} takes live content. */
    void workOn(ArticleContent content, int revision) {
        working.save(content, media(), revision);
    }

    /** The ids of the media of the live content. */
    public Set<UUID> media() {
        return ArticleContent.media(image, seo, body);
    }

    private void put(Body whole, @Nullable AccessDraft draft) {
        body = whole;
        wordCount = whole.words();
        access = draft == null ? null : draft.to(whole);
        Body open = access == null ? whole : access.forEverybody(whole);
        publicBody = open.equals(whole) ? null : open;
    }

    void append(Correction correction) {
        if (corrections.size() >= Correction.MOST) {
            throw Problem.invalidContent(
                    "",
                    "An article has at most " + Correction.MOST
                            + " corrections, and this one has them. Put news into the body.");
        }
        List<Correction> longer = new ArrayList<>(corrections);
        longer.add(correction);
        corrections = List.copyOf(longer);
    }

    ArticleContent content(List<Tag> tags, List<Article> related, @Nullable Article translationOf) {
        return new ArticleContent(
                new Slug(slug),
                type,
                language,
                title,
                kicker,
                standfirst,
                body,
                access == null ? null : AccessDraft.of(access),
                tags,
                byline,
                image,
                imageFocus,
                provenance(),
                seo,
                related,
                translationOf);
    }

    String slug() {
        return slug;
    }

    public SortedSet<String> aliases() {
        return aliases;
    }

    public @Nullable Foreign foreign() {
        return foreign;
    }

    public ArticleType type() {
        return type;
    }

    String language() {
        return language;
    }

    public String title() {
        return title;
    }

    public Body body() {
        return body;
    }

    /** Null columns come back as a null object. */
    Provenance provenance() {
        return provenance == null ? Provenance.OWN : provenance;
    }

    public @Nullable Seo seo() {
        return seo;
    }

    public List<Correction> corrections() {
        return corrections;
    }

    @Converter
    @Immutable
    static final class BodyColumn extends JsonColumn<Body> {}

    @Converter
    @Immutable
    static final class SeoColumn extends JsonColumn<Seo> {}

    @Converter
    @Immutable
    static final class CorrectionsColumn extends JsonColumn<List<Correction>> {}
}
