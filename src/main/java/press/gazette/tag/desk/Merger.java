package press.gazette.tag.desk;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import press.gazette.address.Ref;
import press.gazette.change.Subject;
import press.gazette.change.Versioned;
import press.gazette.problem.Problem;
import press.gazette.tag.Tag;
import press.gazette.tag.TagLookup;
import press.gazette.tag.TagMerged;
import press.gazette.tag.TagRef;
import press.gazette.tag.TagState;
import press.gazette.tag.VocabularyLock;

/**
 * The merger of one tag into another. It changes the tags; rooms that store ids of tags change their rows between {@link #begin}
 * and {@link #complete}.
 */
public final class Merger implements Versioned {

    private final Tag from;
    private final Tag into;
    private boolean done;

    private Merger(Tag from, Tag into) {
        this.from = from;
        this.into = into;
    }

    /** The merger of two tags, both locked until the transaction ends. */
    public static Merger locked(Ref from, MergerDraft draft) {
        Tag vanishing = VocabularyLock.locked(from);
        Ref ref = Ref.of(draft.into())
                .filter(target -> TagRef.atDesk(target).isPresent())
                .orElseThrow(() -> Problem.invalidContent("/into", "There is no such tag."));
        return new Merger(vanishing, VocabularyLock.locked(ref));
    }

    /** Checks that the tags can be merged, and names them for the rooms above. */
    public TagMerged begin() {
        if (from.equals(into)) {
            throw Problem.invalidContent("/into", "A tag is not merged into itself.");
        }
        if (!into.state().isVisible() && from.state() != TagState.PROPOSED) {
            throw Problem.conflict("Readers do not see the other tag. Make it active first.");
        }
        if (TagReferences.formerSlugs(from) + TagReferences.formerSlugs(into) >= TagReferences.MOST_FORMER_SLUGS) {
            throw Problem.conflict("Both tags together have more than " + TagReferences.MOST_FORMER_SLUGS
                    + " former slugs, which would all lead to one tag.");
        }
        return new TagMerged(from.id(), into.id());
    }

    /** Changes both tags and the tags below them and records it in the ledger, after the rooms above have changed their rows. */
    public void complete(Instant now) {
        Set<UUID> above = Lineage.above(into.id());
        List<Tag> children = Tag.list("select t from Tag t join t.parents p where p = ?1 order by t.text.slug", from);
        for (Tag child : children) {
            // A child that is above the target cannot be below it: it takes the parents of the merged tag.
            boolean upwards = child.equals(into) || above.contains(child.id());
            child.resettle(from, upwards ? from.parents() : List.of(into), now);
        }
        into.absorb(from, children, now);
        Tag.getEntityManager().flush();
        if (Lineage.height(into.id()) + Lineage.depth(into.id()) > TagLookup.DEEPEST) {
            throw Problem.conflict("The tags below this one would be more than " + TagLookup.DEEPEST
                    + " steps below the widest tag. Move them first.");
        }
        done = true;
    }

    /** The target. */
    public DeskTagView view() {
        return DeskTagView.of(into);
    }

    /** The audit log records the merger under the merged tag, which is the one that people will miss. */
    @Override
    public Subject subject() {
        return from.subject();
    }

    /** The version of the merged tag before the merger, of the target afterwards. */
    @Override
    public int version() {
        return done ? into.version() : from.version();
    }
}
