package press.gazette.tag;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.SortNatural;
import org.hibernate.annotations.UuidGenerator;

import press.gazette.address.Slug;
import press.gazette.change.Change;
import press.gazette.change.Ledger;
import press.gazette.change.Subject;
import press.gazette.change.Versioned;
import press.gazette.desk.changes.DeskChangeListener;
import press.gazette.problem.Problem;

/** A tag of the vocabulary, with its state, its parents and its former addresses. */
@Entity
@EntityListeners(DeskChangeListener.class)
public class Tag extends PanacheEntityBase implements Versioned {

    private static final List<Subject> SHOWING = List.of(Subject.TAGS, Subject.ARTICLES, Subject.LABELS);

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private TagText text = new TagText();

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    private TagState state = TagState.PROPOSED;

    @ManyToMany
    @JoinTable(
            name = "tag_parent",
            joinColumns = @JoinColumn(name = "tag_id"),
            inverseJoinColumns = @JoinColumn(name = "parent_id"))
    @OrderColumn(name = "position")
    private List<Tag> parents = new ArrayList<>();

    /** Former slugs of this tag and of tags merged into it, which redirect here. */
    @ElementCollection
    @CollectionTable(name = "tag_alias", joinColumns = @JoinColumn(name = "tag_id"))
    @Column(name = "slug")
    @SortNatural
    private SortedSet<String> aliases = new TreeSet<>();

    /** Former slugs that readers have never known; they lead here at the desk, where drafts name tags by slug. */
    @ElementCollection
    @CollectionTable(name = "tag_working_slug", joinColumns = @JoinColumn(name = "tag_id"))
    @Column(name = "slug")
    @SortNatural
    private SortedSet<String> workingSlugs = new TreeSet<>();

    /** Ids of tags that readers knew and that were merged into this one. */
    @ElementCollection
    @CollectionTable(name = "tag_merged", joinColumns = @JoinColumn(name = "tag_id"))
    @Column(name = "id")
    private Set<UUID> mergedIds = new HashSet<>();

    /** True if readers have ever seen it. */
    @Column(nullable = false)
    private boolean revealed;

    @Column(nullable = false)
    private Instant modifiedAt;

    @Version
    private int version;

    protected Tag() {}

    /** Makes a tag that is active at once. Its parents come later, with {@link #narrow}. */
    public static Tag coin(TagContent content, Instant now) {
        Tag tag = propose(content, now);
        tag.appear(now);
        return tag;
    }

    /** Makes a tag that readers do not know of until the first public article carries it. */
    public static Tag propose(TagContent content, Instant now) {
        Tag tag = new Tag();
        tag.text.fill(content);
        tag.modifiedAt = now;
        tag.persist();
        return tag;
    }

    /** Makes a tag that an editor has written, with its parents, active at once or proposed. */
    public static Tag write(TagContent content, TagState state, Instant now) {
        Tag tag = new Tag();
        tag.text.fill(content);
        tag.narrow(content.parents());
        tag.state = state;
        tag.revealed = state.isVisible();
        tag.modifiedAt = now;
        tag.persist();
        tag.recordVisibility(false, Change.Kind.CREATED, now);
        return tag;
    }

    /** Shows the tag to readers, and the tags above it, if they are only proposed. */
    void appear(Instant now) {
        if (state == TagState.PROPOSED) {
            state = TagState.ACTIVE;
            revealed = true;
            modifiedAt = now;
            record(Change.Kind.CREATED, Set.of(Subject.TAGS), now);
            parents.forEach(parent -> parent.appear(now));
        }
    }

    /** Adds parents, the closest first. */
    public void narrow(List<Tag> widerTags) {
        parents.addAll(widerTags);
    }

    /** Replaces the content and the state of the tag. The ledger gets only changes that readers can notice. */
    public void revise(TagContent content, TagState next, Instant now) {
        if (content.equals(content()) && next == state) {
            return;
        }
        next.requireFollows(state, revealed);
        TagState former = state;
        TagContent seen = content().seenByReaders();
        boolean moved = !slug().equals(content.slug().value());
        if (moved) {
            (revealed ? aliases : workingSlugs).add(slug());
        }
        write(content);
        state = next;
        modifiedAt = now;
        if (state != former || !seen.equals(content().seenByReaders())) {
            recordVisibility(former.isVisible(), moved ? Change.Kind.MOVED : Change.Kind.UPDATED, now);
        }
    }

    private void write(TagContent content) {
        text.fill(content);
        aliases.remove(slug());
        workingSlugs.remove(slug());
        if (!parents.equals(content.parents())) {
            parents.clear();
            parents.addAll(content.parents());
        }
    }

    /** Records what readers notice of a change to the tag, which they saw or did not see before. */
    private void recordVisibility(boolean before, Change.Kind kind, Instant now) {
        boolean after = state.isVisible();
        if (after && !before) {
            revealed = true;
            ProposedTags.reveal(parents, now);
        }
        if (before || after) {
            record(!after ? Change.Kind.DELETED : before ? kind : Change.Kind.CREATED, SHOWING, now);
        }
    }

    private Change record(Change.Kind kind, Collection<Subject> touched, Instant now) {
        Change change = Change.of(kind, subject(), touched, now);
        Ledger.record(kind.isRemoval() ? change : change.shownAs(slug(), null).formerly(aliases));
        return change;
    }

    /** Removes a tag that readers have never seen and that nothing refers to. */
    public void discard() {
        if (revealed) {
            throw Problem.conflict("Readers have seen the tag. Deprecate it, hide it or merge it into another tag; its "
                    + "address stays taken.");
        }
        delete();
    }

    /** Replaces a parent that is being merged by other parents. */
    public void resettle(Tag former, List<Tag> instead, Instant now) {
        Set<Tag> wider = new LinkedHashSet<>();
        parents.forEach(parent -> wider.addAll(parent.equals(former) ? instead : List.of(parent)));
        wider.remove(this);
        parents.clear();
        parents.addAll(wider);
        modifiedAt = now;
    }

    /** Merges another tag, with its children, into this one. Its addresses lead here, visible names are kept. */
    public void absorb(Tag other, List<Tag> children, Instant now) {
        (other.revealed ? aliases : workingSlugs).add(other.slug());
        aliases.addAll(other.aliases);
        workingSlugs.addAll(other.workingSlugs);
        mergedIds.addAll(other.mergedIds);
        if (other.revealed) {
            mergedIds.add(other.id);
        }
        modifiedAt = now;
        Set<Subject> touched = new LinkedHashSet<>(SHOWING);
        touched.add(subject());
        if (other.state.isVisible()) {
            text.addNamesOf(other.text);
            other.record(Change.Kind.DELETED, touched, now).replacedBy(subject());
        }
        if (state.isVisible() && other.state != TagState.PROPOSED) {
            record(Change.Kind.UPDATED, touched, now);
        }
        children.stream()
                .filter(child -> child.state.isVisible())
                .forEach(child -> child.record(Change.Kind.UPDATED, touched, now));
        other.delete();
    }

    public void alias(Slug oldSlug) {
        aliases.add(oldSlug.value());
    }

    /** The tags with these current slugs in no particular order, without unknown ones. */
    public static List<Tag> bySlugs(Collection<String> slugs) {
        return list("text.slug in ?1", slugs);
    }

    @Override
    public Subject subject() {
        return Subject.tag(id);
    }

    public UUID id() {
        return id;
    }

    public String slug() {
        return text.slug();
    }

    public String name() {
        return text.name();
    }

    public TagType type() {
        return text.type();
    }

    public TagText text() {
        return text;
    }

    public TagState state() {
        return state;
    }

    public List<Tag> parents() {
        return parents;
    }

    public SortedSet<String> aliases() {
        return aliases;
    }

    public SortedSet<String> workingSlugs() {
        return workingSlugs;
    }

    public Instant modifiedAt() {
        return modifiedAt;
    }

    public boolean wasRevealed() {
        return revealed;
    }

    @Override
    public int version() {
        return version;
    }

    public TagContent content() {
        return text.content(parents);
    }
}
