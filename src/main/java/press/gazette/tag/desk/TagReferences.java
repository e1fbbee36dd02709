package press.gazette.tag.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.address.NewsroomLanguage;
import press.gazette.address.Ref;
import press.gazette.address.Slug;
import press.gazette.media.Media;
import press.gazette.problem.Faults;
import press.gazette.tag.Tag;
import press.gazette.tag.TagContent;
import press.gazette.tag.TagLookup;
import press.gazette.tag.TagRef;

/** Resolves the parents and the picture that a draft of a tag names. Reports every missing or impossible one, and a taken slug. */
final class TagReferences {

    /** The desk reads all former slugs with the tag. Enough to merge a whole imported vocabulary into one tag. */
    static final int MOST_FORMER_SLUGS = 1_000;

    /** The slug of a name without any character for a slug. */
    private static final String NOTHING = "tag";

    private final Faults faults = new Faults();
    private final TagDraft draft;
    private final @Nullable Tag self;

    private TagReferences(TagDraft draft, @Nullable Tag self) {
        this.draft = draft;
        this.self = self;
    }

    /**
     * The content that the draft describes.
     *
     * @param self the tag that it is a draft of; absent: a new one
     */
    static TagContent content(TagDraft draft, @Nullable Tag self) {
        return new TagReferences(draft, self).content();
    }

    private TagContent content() {
        Slug slug = slug();
        List<Tag> parents = parents(Objects.requireNonNull(draft.parents()));
        Media image = draft.image() == null ? null : Media.findById(draft.image());
        faults.check(
                draft.image() == null || (image != null && image.isPicture()),
                "/image",
                "There is no picture with this id.");
        faults.refuse();
        return new TagContent(
                slug,
                draft.name(),
                draft.type(),
                Objects.requireNonNull(draft.otherNames()),
                draft.description(),
                Objects.requireNonNull(draft.sameAs()),
                parents,
                image,
                draft.role());
    }

    private Slug slug() {
        Slug slug = draft.slug() == null
                ? Slug.from(draft.name(), NewsroomLanguage.tag(), NOTHING).free(this::isFree)
                : new Slug(draft.slug());
        faults.check(isFree(slug), "/slug", "Another tag has or had this slug.");
        faults.check(
                self == null || slug.value().equals(self.slug()) || formerSlugs(self) < MOST_FORMER_SLUGS,
                "/slug",
                "The tag has " + MOST_FORMER_SLUGS + " former slugs, which lead to it for ever. Keep its slug.");
        return slug;
    }

    static int formerSlugs(Tag tag) {
        return tag.aliases().size() + tag.workingSlugs().size();
    }

    private boolean isFree(Slug slug) {
        Optional<Tag> holder =
                Ref.of(slug.value()).filter(Slug.class::isInstance).flatMap(TagRef::atDesk);
        return holder.filter(tag -> !tag.equals(self)).isEmpty();
    }

    private List<Tag> parents(List<String> texts) {
        Map<UUID, Integer> below = self == null ? Map.of() : Lineage.below(self.id());
        int depth = below.values().stream().max(Integer::compareTo).orElse(0);
        List<Tag> found = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Optional<Tag> parent = Ref.of(texts.get(i)).flatMap(TagRef::atDesk);
            String fault = parent.map(tag -> fault(tag, below, depth, found)).orElse("There is no such tag.");
            faults.check(fault.isEmpty(), "/parents/" + i, fault);
            parent.ifPresent(found::add);
        }
        return found;
    }

    /** The reason against this parent; empty: none. */
    private String fault(Tag parent, Map<UUID, Integer> below, int depth, List<Tag> others) {
        if (others.contains(parent)) {
            return "This is listed twice.";
        }
        if (parent.equals(self)) {
            return "A tag is not above itself.";
        }
        if (below.containsKey(parent.id())) {
            return "This tag is below the one that it would be above.";
        }
        return depth + 1 + Lineage.height(parent.id()) > TagLookup.DEEPEST
                ? "Tags are at most " + TagLookup.DEEPEST + " steps below the widest one."
                : "";
    }
}
