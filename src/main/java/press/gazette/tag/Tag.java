package press.gazette.tag;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;

import org.hibernate.annotations.SortNatural;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

import press.gazette.address.Ref;
import press.gazette.address.Slug;
import press.gazette.change.Change;
import press.gazette.change.Ledger;
import press.gazette.change.Subject;
import press.gazette.desk.Versioned;
import press.gazette.problem.Problem;

/** One word of the vocabulary. */
@Entity
public class Tag extends Wording implements Versioned {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

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

    /** Slugs that were once this tag's, or those of tags merged into it. */
    @ElementCollection
    @CollectionTable(name = "tag_alias", joinColumns = @JoinColumn(name = "tag_id"))
    @Column(name = "slug")
    @SortNatural
    private SortedSet<String> aliases = new TreeSet<>();

    /** The same of slugs that readers have never known; drafts at the desk name tags by their slugs. */
    @ElementCollection
    @CollectionTable(name = "tag_working_slug", joinColumns = @JoinColumn(name = "tag_id"))
    @Column(name = "slug")
    @SortNatural
    private SortedSet<String> workingSlugs = new TreeSet<>();

    /** Ids by which readers knew tags that have been merged into this one. */
    @ElementCollection
    @CollectionTable(name = "tag_merged", joinColumns = @JoinColumn(name = "tag_id"))
    @Column(name = "id")
    private Set<UUID> mergedIds = new HashSet<>();

    /** Whether readers have ever seen it. */
    @Column(nullable = false)
    private boolean revealed;

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
        tag.fill(new TagContent(slug, name, type, description, sameAs, List.of(), null));
        tag.modifiedAt = now;
        tag.persist();
        return tag;
    }

    /** The same as an editor has written it, active at once or proposed. */
    public static Tag write(TagContent content, TagState state, Instant now) {
        Tag tag = new Tag();
        tag.fill(content);
        tag.narrow(content.parents());
        tag.state = state;
        tag.revealed = state.isVisible();
        tag.modifiedAt = now;
        tag.persist();
        tag.settle(false, Change.Kind.CREATED, now);
        return tag;
    }

    /**
     * Lets readers know of those of the tags that were only proposed, and of what is above them. They are locked in the order
     * of their ids: two transactions that reveal the same tags do not wait for each other.
     */
    public static void reveal(Collection<Tag> tags, Instant now) {
        Set<UUID> proposed = new HashSet<>();
        tags.forEach(tag -> tag.addProposed(proposed));
        if (!proposed.isEmpty()) {
            Tag.<Tag>find("id in ?1 order by id", proposed)
                    .withLock(LockModeType.PESSIMISTIC_WRITE)
                    .list();
            tags.forEach(tag -> tag.appear(now));
        }
    }

    private void addProposed(Set<UUID> proposed) {
        if (state == TagState.PROPOSED && proposed.add(id)) {
            parents.forEach(parent -> parent.addProposed(proposed));
        }
    }

    private void appear(Instant now) {
        if (state == TagState.PROPOSED) {
            state = TagState.ACTIVE;
            revealed = true;
            modifiedAt = now;
            Ledger.record(Change.of(Change.Kind.CREATED, subject(), List.of(Subject.TAGS), now));
            parents.forEach(parent -> parent.appear(now));
        }
    }

    /** Puts the tag below wider ones, the closest first. */
    public void narrow(List<Tag> widerTags) {
        parents.addAll(widerTags);
    }

    /** Writes it anew, and tells readers what they can notice of that and nothing else. */
    public void revise(TagContent content, TagState next, Instant now) {
        if (content.equals(content()) && next == state) {
            return;
        }
        if (!next.mayFollow(state, revealed)) {
            throw Problem.conflict(
                    revealed
                            ? "Readers have seen the tag: it can be active, deprecated or hidden."
                            : "Readers have not seen the tag: it can be proposed, active or hidden.");
        }
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
            settle(former.isVisible(), moved ? Change.Kind.MOVED : Change.Kind.UPDATED, now);
        }
    }

    private void write(TagContent content) {
        fill(content);
        aliases.remove(slug());
        workingSlugs.remove(slug());
        if (!parents.equals(content.parents())) {
            parents.clear();
            parents.addAll(content.parents());
        }
    }

    /** Tells the ledger what has become of what readers see. */
    private void settle(boolean before, Change.Kind kind, Instant now) {
        boolean after = state.isVisible();
        if (after && !before) {
            revealed = true;
            reveal(parents, now);
        }
        if (before || after) {
            tell(!after ? Change.Kind.DELETED : before ? kind : Change.Kind.CREATED, Set.of(), now);
        }
    }

    private void tell(Change.Kind kind, Collection<Subject> besides, Instant now) {
        Set<Subject> touched = new LinkedHashSet<>(List.of(Subject.TAGS, Subject.ARTICLES, Subject.LABELS));
        touched.addAll(besides);
        Ledger.record(Change.of(kind, subject(), touched, now));
    }

    /** Removes a tag that readers have never seen and nothing refers to. */
    public void discard() {
        if (revealed) {
            throw Problem.conflict("Readers have seen the tag. Deprecate it, hide it or merge it into another one; its "
                    + "address stays taken.");
        }
        delete();
    }

    /** Puts wider tags in the place of one that is merged into another one. */
    public void resettle(Tag former, List<Tag> instead, Instant now) {
        Set<Tag> wider = new LinkedHashSet<>();
        parents.forEach(parent -> wider.addAll(parent.equals(former) ? instead : List.of(parent)));
        wider.remove(this);
        parents.clear();
        parents.addAll(wider);
        modifiedAt = now;
    }

    /**
     * Takes the place of a tag that is no more: its addresses lead here from now on.
     *
     * @param children what was below it
     */
    public void absorb(Tag other, List<Tag> children, Instant now) {
        (other.revealed ? aliases : workingSlugs).add(other.slug());
        aliases.addAll(other.aliases);
        workingSlugs.addAll(other.workingSlugs);
        mergedIds.addAll(other.mergedIds);
        if (other.revealed) {
            mergedIds.add(other.id);
        }
        modifiedAt = now;
        Set<Subject> shown = new LinkedHashSet<>(List.of(subject()));
        children.stream().filter(child -> child.state.isVisible()).forEach(child -> shown.add(child.subject()));
        if (other.state.isVisible()) {
            other.tell(Change.Kind.MOVED, shown, now);
        }
        if (state.isVisible() && other.state != TagState.PROPOSED) {
            tell(Change.Kind.UPDATED, shown, now);
        }
        other.delete();
    }

    /** Lets an old slug lead here. */
    public void alias(Slug oldSlug) {
        aliases.add(oldSlug.value());
    }

    /** The tag of that id, slug or old slug, visible or not: for the desk. */
    public static Optional<Tag> atDesk(Ref ref) {
        if (ref.id() != null) {
            return Tag.<Tag>findByIdOptional(ref.id()).or(() -> formerly("mergedIds", ref.id()));
        }
        return Tag.<Tag>find("slug", ref.slug())
                .<Tag>firstResultOptional()
                .or(() -> formerly("aliases", ref.slug()))
                .or(() -> formerly("workingSlugs", ref.slug()));
    }

    private static Optional<Tag> formerly(String member, @Nullable Object address) {
        return find("select t from Tag t join t.%s old where old = ?1".formatted(member), address)
                .firstResultOptional();
    }

    /** The tags with these current slugs, in no particular order; unknown ones are missing. */
    public static List<Tag> bySlugs(Collection<String> slugs) {
        return list("slug in ?1", slugs);
    }

    @Override
    public Subject subject() {
        return Subject.tag(id);
    }

    public UUID id() {
        return id;
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

    /** What is written of it. */
    public TagContent content() {
        return new TagContent(new Slug(slug()), name(), type(), description(), sameAs(), parents, image());
    }
}
