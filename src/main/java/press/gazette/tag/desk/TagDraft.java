package press.gazette.tag.desk;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import press.gazette.address.Ref;
import press.gazette.address.Slug;
import press.gazette.address.WebAddress;
import press.gazette.media.Media;
import press.gazette.problem.Faults;
import press.gazette.tag.Folding;
import press.gazette.tag.Tag;
import press.gazette.tag.TagState;
import press.gazette.tag.TagType;

/** A tag as an editor writes it. */
@Schema(description = "A tag as an editor writes it.")
record TagDraft(
        @Schema(
                description = "Its address. Without it, one is made from the name. The former one leads here for ever.",
                example = "harbour-tunnel",
                maxLength = Slug.MOST_CHARACTERS)
        @Nullable
        String slug,

        @Schema(
                description = "What readers see, at most 200 characters.",
                example = "Harbour tunnel",
                minLength = 1,
                maxLength = TagDraft.LONGEST_NAME)
        String name,

        @Schema(description = "What it stands for.", example = "keyword")
        TagType type,

        @Schema(
                description =
                        "A sentence about it, plain text, at most 4,000 characters; of a contributor, the short biography.",
                maxLength = TagDraft.PARAGRAPH)
        @Nullable
        String description,

        @Schema(
                description = "Slugs or ids of the next wider tags, the closest first. At most 10.",
                examples = "[\"averil\"]",
                maxItems = TagDraft.MOST_PARENTS)
        @Nullable
        List<String> parents,

        @Schema(
                description = "http or https URIs of the same thing elsewhere. At most 20.",
                examples = "[\"https://www.wikidata.org/entity/Q7747\"]",
                maxItems = TagDraft.MOST_SAME,
                uniqueItems = true)
        @Nullable
        List<String> sameAs,

        @Schema(description = "The id of a picture.") @Nullable
        UUID image,

        @Schema(
                description =
                        "proposed: readers see it with the first public article that carries it. active: at once. "
                                + "deprecated: readable, no longer given to articles. hidden: to readers as if it did not "
                                + "exist. A new tag is proposed, unless it is active.",
                example = "proposed")
        @Nullable
        TagState state) {

    static final int LONGEST_NAME = 200;
    private static final int LONGEST_FOLDED = 400;
    static final int PARAGRAPH = 4_000;
    static final int MOST_PARENTS = 10;
    static final int MOST_SAME = 20;

    TagDraft {
        parents = parents == null ? List.of() : parents;
        sameAs = sameAs == null ? List.of() : sameAs;
        Faults faults = new Faults();
        faults.check(slug == null || Ref.isSlug(slug), "/slug", Slug.EXPECTED);
        name = faults.name("/name", name, LONGEST_NAME);
        String folded = Folding.of(name);
        faults.check(
                !folded.isEmpty() && folded.length() <= LONGEST_FOLDED, "/name", "This is no name that can be found.");
        faults.line("/description", description, PARAGRAPH);
        faults.check(parents.size() <= MOST_PARENTS, "/parents", "A tag has at most " + MOST_PARENTS + " wider tags.");
        faults.check(sameAs.size() <= MOST_SAME, "/sameAs", "There are at most " + MOST_SAME + " of these.");
        Set<String> once = new HashSet<>();
        for (int i = 0; i < sameAs.size(); i++) {
            String uri = sameAs.get(i);
            faults.check(
                    WebAddress.isAbsolute(uri),
                    "/sameAs/" + i,
                    "This is an absolute http or https URL of at most 2,000 characters.");
            faults.check(once.add(uri), "/sameAs/" + i, "This is there twice.");
        }
        faults.refuse();
    }

    /** The tag as it could be written again. */
    static TagDraft of(Tag tag) {
        Media image = tag.image();
        return new TagDraft(
                tag.slug(),
                tag.name(),
                tag.type(),
                tag.description(),
                tag.parents().stream().map(Tag::slug).toList(),
                tag.sameAs(),
                image == null ? null : image.id(),
                tag.state());
    }
}
