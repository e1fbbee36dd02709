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
import press.gazette.database.SearchKey;
import press.gazette.media.Media;
import press.gazette.problem.Faults;
import press.gazette.tag.Tag;
import press.gazette.tag.TagState;
import press.gazette.tag.TagType;
import press.gazette.tag.naming.OtherName;

/** The content of a tag as editors write it. */
@Schema(description = "The content of a tag, as editors write it.")
record TagDraft(
        @Schema(
                description = "The address. Absent: one is made from the name by the usage of the newsroom's "
                        + "language. A former slug redirects here for ever.",
                example = "harbour-tunnel",
                maxLength = Slug.LONGEST_KEY)
        @Nullable
        String slug,

        @Schema(
                description = "The name that readers see, at most 200 characters.",
                example = "Harbour tunnel",
                minLength = 1,
                maxLength = TagDraft.LONGEST_NAME)
        String name,

        @Schema(description = "The kind of subject.", example = "keyword")
        TagType type,

        @Schema(
                description =
                        "Further names of the subject: in other languages and scripts, former and short ones; for "
                                + "searches and structured data. At most 30, each once in a language.",
                maxItems = OtherName.MOST)
        @Nullable
        List<OtherName> otherNames,

        @Schema(
                description = "A sentence about the subject, plain text, at most 4,000 "
                        + "characters; for a contributor, the short biography.",
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
                description = "http or https URIs of the same subject elsewhere, such as Wikidata. At most 20.",
                examples = "[\"https://www.wikidata.org/entity/Q7747\"]",
                maxItems = TagDraft.MOST_SAME,
                uniqueItems = true)
        @Nullable
        List<String> sameAs,

        @Schema(description = "The id of a picture.") @Nullable
        UUID image,

        @Schema(
                description =
                        "The role of a contributor in the newsroom, plain text on one line, at most 200 characters. "
                                + "Absent: none; other tags have none.",
                example = "Energy correspondent",
                minLength = 1,
                maxLength = TagDraft.LONGEST_NAME)
        @Nullable
        String role,

        @Schema(
                description = "proposed: readers see it with the first public article that carries it. active: they "
                        + "see it at once. deprecated: readable, but not to be given to articles. hidden: does "
                        + "not exist for readers. A new tag is proposed or active; absent: proposed.",
                example = "proposed")
        @Nullable
        TagState state) {

    static final int LONGEST_NAME = 200;
    static final int LONGEST_FOLDED = 400;
    static final int PARAGRAPH = 4_000;
    static final int MOST_PARENTS = 10;
    static final int MOST_SAME = 20;

    TagDraft {
        parents = parents == null ? List.of() : parents;
        sameAs = sameAs == null ? List.of() : sameAs;
        Faults faults = new Faults();
        faults.check(
                slug == null || (Ref.isSlug(slug) && Slug.isKey(slug)),
                "/slug",
                "A slug of a tag is words of a-z and 0-9 joined by single hyphens, at most 100 characters, and no UUID.");
        name = faults.name("/name", name, LONGEST_NAME);
        String folded = SearchKey.of(name);
        faults.check(
                !folded.isEmpty() && folded.length() <= LONGEST_FOLDED,
                "/name",
                "The name has no letters or digits to search for, or is too long.");
        otherNames = OtherNames.check(otherNames == null ? List.of() : otherNames, faults);
        faults.line("/description", description, PARAGRAPH);
        role = role == null ? null : faults.name("/role", role, LONGEST_NAME);
        faults.check(
                role == null || type == TagType.CONTRIBUTOR, "/role", "Only a tag of the type contributor has a role.");
        faults.check(parents.size() <= MOST_PARENTS, "/parents", "A tag has at most " + MOST_PARENTS + " wider tags.");
        faults.check(sameAs.size() <= MOST_SAME, "/sameAs", "A tag has at most " + MOST_SAME + " such URIs.");
        Set<String> once = new HashSet<>();
        for (int i = 0; i < sameAs.size(); i++) {
            String uri = sameAs.get(i);
            faults.check(
                    WebAddress.isAbsolute(uri),
                    "/sameAs/" + i,
                    "This is an absolute http or https URL of at most 2,000 characters.");
            faults.check(once.add(uri), "/sameAs/" + i, "This is listed twice.");
        }
        faults.refuse();
    }

    /** The tag as a draft, the base of a merge patch. */
    static TagDraft of(Tag tag) {
        Media image = tag.text().image();
        return new TagDraft(
                tag.slug(),
                tag.name(),
                tag.type(),
                tag.text().otherNames(),
                tag.text().description(),
                tag.parents().stream().map(Tag::slug).toList(),
                tag.text().sameAs(),
                image == null ? null : image.id(),
                tag.text().role(),
                tag.state());
    }
}
