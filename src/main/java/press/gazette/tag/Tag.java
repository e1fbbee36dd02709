package press.gazette.tag;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

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
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.SortNatural;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

import press.gazette.address.Ref;
import press.gazette.address.Slug;
import press.gazette.change.Change;
import press.gazette.change.Ledger;
import press.gazette.change.Subject;
import press.gazette.media.Media;

/** One word of the vocabulary. */
@Entity
public class Tag extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Column(nullable = false)
    private String slug;

    @Column(nullable = false)
    private String name;

    /** What the parameter {@code q} is compared with. */
    @Column(nullable = false)
    private String foldedName;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    private TagType type;

    private @Nullable String description;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    private TagState state = TagState.PROPOSED;

    @Column(nullable = false)
    @Convert(converter = Words.class)
    private List<String> sameAs;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Media image;

    @ManyToMany
    @JoinTable(
            name = "tag_parent",
            joinColumns = @JoinColumn(name = "tag_id"),
            inverseJoinColumns = @JoinColumn(name = "parent_id"))
    @OrderColumn(name = "position")
    private List<Tag> parents = new ArrayList<>();

    /** Slugs that were once this tag's, or those of tags merged into it. */
    @ElementCollection
    @CollectionTable(name = "tag_alias", joinColumns = @JoinColumn(name = "tag_id"))
    @Column(name = "slug")
    @SortNatural
    private SortedSet<String> aliases = new TreeSet<>();

    @Column(nullable = false)
    private Instant modifiedAt;

    @Version
    private int version;

    protected Tag() {}

    /**
     * A new tag, active at once and in the ledger with the transaction.
     *
     * @param sameAs URIs of the same thing elsewhere, such as Wikidata
     */
    public static Tag coin(
            Slug slug, String name, TagType type, @Nullable String description, List<String> sameAs, Instant now) {
        Tag tag = propose(slug, name, type, description, sameAs, now);
        tag.appear(now);
        return tag;
    }

    /** A new tag that readers do not know of until the first public article carries it. */
    public static Tag propose(
            Slug slug, String name, TagType type, @Nullable String description, List<String> sameAs, Instant now) {
        Tag tag = new Tag();
        tag.slug = slug.value();
        tag.name = name;
        tag.foldedName = Folding.of(name);
        tag.type = type;
        tag.description = description;
        tag.sameAs = List.copyOf(sameAs);
        tag.modifiedAt = now;
        tag.persist();
        return tag;
    }

    /** Lets readers know of a tag that was only proposed, and of what is above it. */
    public void appear(Instant now) {
        if (state == TagState.PROPOSED) {
            state = TagState.ACTIVE;
            modifiedAt = now;
            Ledger.record(Change.of(Change.Kind.CREATED, subject(), List.of(Subject.TAGS), now));
            parents.forEach(parent -> parent.appear(now));
        }
    }

    /** Shows the tag with a picture. */
    public void illustrate(Media picture) {
        image = picture;
    }

    /** Puts the tag below wider ones, the closest first. */
    public void narrow(List<Tag> widerTags) {
        parents.addAll(widerTags);
    }

    /** Lets an old slug lead here. */
    public void alias(Slug oldSlug) {
        aliases.add(oldSlug.value());
    }

    /** The tag of that id or current slug that readers may see. */
    public static Optional<Tag> visible(Ref ref) {
        String hql = "from Tag t left join fetch t.image where %s and t.state " + TagState.VISIBLE;
        return ref.id() == null
                ? find(hql.formatted("t.slug = ?1"), ref.slug()).firstResultOptional()
                : find(hql.formatted("t.id = ?1"), ref.id()).firstResultOptional();
    }

    /** The tag that readers may see to which an old slug leads. */
    public static Optional<Tag> visibleByAlias(String oldSlug) {
        return find("select t from Tag t join t.aliases old where old = ?1 and t.state " + TagState.VISIBLE, oldSlug)
                .firstResultOptional();
    }

    /** The tag of that id, slug or old slug, visible or not: for the desk. */
    public static Optional<Tag> atDesk(Ref ref) {
        if (ref.id() != null) {
            return findByIdOptional(ref.id());
        }
        return Tag.<Tag>find("slug", ref.slug())
                .<Tag>firstResultOptional()
                .or(() -> Tag.<Tag>find("select t from Tag t join t.aliases old where old = ?1", ref.slug())
                        .firstResultOptional());
    }

    /** The tags with these current slugs, in no particular order; unknown ones are missing. */
    public static List<Tag> bySlugs(Collection<String> slugs) {
        return list("slug in ?1", slugs);
    }

    public Subject subject() {
        return Subject.tag(id);
    }

    public UUID id() {
        return id;
    }

    public String slug() {
        return slug;
    }

    public String name() {
        return name;
    }

    String foldedName() {
        return foldedName;
    }

    public TagType type() {
        return type;
    }

    public @Nullable String description() {
        return description;
    }

    public TagState state() {
        return state;
    }

    public List<String> sameAs() {
        return sameAs;
    }

    public @Nullable Media image() {
        return image;
    }

    public List<Tag> parents() {
        return parents;
    }

    public SortedSet<String> aliases() {
        return aliases;
    }

    public Instant modifiedAt() {
        return modifiedAt;
    }
}
