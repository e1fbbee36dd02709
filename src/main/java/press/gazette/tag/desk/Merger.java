package press.gazette.tag.desk;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import press.gazette.address.Ref;
import press.gazette.change.Subject;
import press.gazette.desk.Versioned;
import press.gazette.problem.Problem;
import press.gazette.tag.Tag;
import press.gazette.tag.TagLookup;
import press.gazette.tag.TagMerged;
import press.gazette.tag.TagState;
import press.gazette.tag.VocabularyLock;

/**
 * Two tags of which one becomes part of the other. What is about the words is done here; whoever knows what carries tags
 * moves that first.
 */
public final class Merger implements Versioned {

    private final Tag from;
    private final Tag into;
    private boolean done;

    private Merger(Tag from, Tag into) {
        this.from = from;
        this.into = into;
    }

    /** The two tags, kept from all other writers until the transaction ends. */
    public static Merger locked(Ref from, MergerDraft draft) {
        Tag vanishing = VocabularyLock.locked(from);
        Ref ref = Ref.of(draft.into())
                .filter(target -> Tag.atDesk(target).isPresent())
                .orElseThrow(() -> Problem.invalidContent("/into", "There is no such tag."));
        return new Merger(vanishing, VocabularyLock.locked(ref));
    }

    /** What moves where; refuses what cannot be merged. */
    public TagMerged begin() {
        if (from.equals(into)) {
            throw Problem.invalidContent("/into", "A tag is not merged into itself.");
        }
        if (!into.state().isVisible() && from.state() != TagState.PROPOSED) {
            throw Problem.conflict("The other tag is one that readers do not see. Make it active first.");
        }
        if (Resolving.formerSlugs(from) + Resolving.formerSlugs(into) >= Resolving.MOST_FORMER_SLUGS) {
            throw Problem.conflict("Both tags together have more than " + Resolving.MOST_FORMER_SLUGS
                    + " former slugs, which would all lead to one tag.");
        }
        return new TagMerged(from.id(), into.id());
    }

    /** Does what is about the words and tells the ledger of both tags, when nothing carries the first any more. */
    public void complete(Instant now) {
        Set<UUID> above = Lineage.above(into.id());
        List<Tag> children = Tag.list("select t from Tag t join t.parents p where p = ?1 order by t.slug", from);
        for (Tag child : children) {
            // A tag that is above the other one cannot come below it: it moves up instead.
            boolean upwards = child.equals(into) || above.contains(child.id());
            child.resettle(from, upwards ? from.parents() : List.of(into), now);
        }
        into.absorb(from, children, now);
        Tag.getEntityManager().flush();
        if (Lineage.height(into.id()) + Lineage.depth(into.id()) > TagLookup.DEEPEST) {
            throw Problem.conflict("What is below the tag would be more than " + TagLookup.DEEPEST
                    + " steps below the widest one. Move it first.");
        }
        done = true;
    }

    /** The tag that took the other one in. */
    public DeskTagView view() {
        return DeskTagView.of(into);
    }

    /** The tag that was to be merged: it is the one that whoever looks for it misses. */
    @Override
    public Subject subject() {
        return from.subject();
    }

    /** Before: of the tag that will be no more. Afterwards: of the one that took it in, which is what clients are shown. */
    @Override
    public int version() {
        return done ? into.version() : from.version();
    }
}
