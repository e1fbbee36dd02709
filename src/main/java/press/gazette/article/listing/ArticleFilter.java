package press.gazette.article.listing;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Ref;
import press.gazette.article.draft.ArticleType;
import press.gazette.paging.ListingAddress;
import press.gazette.problem.Language;
import press.gazette.problem.ParameterValue;
import press.gazette.problem.Problem;
import press.gazette.tag.TagLookup;
import press.gazette.tag.TagType;
import press.gazette.time.Timestamp;

/**
 * The filter of a listing. An absent component does not narrow it.
 *
 * @param tags that the articles' tags must match
 * @param section one of the articles' sections
 * @param contributor one of the articles' contributors
 * @param language BCP 47, compared exactly
 * @param from published at that time or later
 * @param to published before that time
 * @param updatedSince significantly edited, or begun to be seen, at that time or later
 * @param withDescendants true if each tag also stands for the tags below it
 */
public record ArticleFilter(
        @Nullable TagExpression tags,
        @Nullable Ref section,
        @Nullable Ref contributor,
        @Nullable ArticleType type,
        @Nullable String language,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Instant updatedSince,
        boolean withDescendants) {

    /** A listing of several tags reads a page of each. */
    private static final int MOST_TAGS = 200;

    /** Reads the parameters and rejects bad ones, without the database. */
    public static ArticleFilter parse(FilterParameters parameters) {
        ArticleFilter filter = new ArticleFilter(
                parameters.tags() == null ? null : TagExpression.parse(parameters.tags()),
                ref("section", parameters.section()),
                ref("contributor", parameters.contributor()),
                type(parameters.type()),
                language(parameters.language()),
                time("from", parameters.from()),
                time("to", parameters.to()),
                time("updatedSince", parameters.updatedSince()),
                ParameterValue.flag("descendants", parameters.descendants()));
        if (filter.from != null && filter.to != null && !filter.from.isBefore(filter.to)) {
            throw Problem.invalidParameter("to", "The time in to is later than the one in from.");
        }
        return filter;
    }

    /** Adds the filter to the listing's address, in one order and form for all requests. */
    public ListingAddress on(ListingAddress address, FilterParameters parameters) {
        return address.with("tags", parameters.tags())
                .with("section", parameters.section())
                .with("contributor", parameters.contributor())
                .with("type", parameters.type())
                .with("language", parameters.language())
                .with("from", from == null ? null : from.toString())
                .with("to", to == null ? null : to.toString())
                .with("updatedSince", updatedSince == null ? null : updatedSince.toString())
                .with("descendants", withDescendants ? "true" : null);
    }

    /**
     * Rejects {@code descendants} without a tag.
     *
     * @param alsoTagged the tag in the path of the listing; absent: none
     */
    public void checkDescendants(@Nullable Ref alsoTagged) {
        if (withDescendants && expression(alsoTagged).isEmpty()) {
            throw Problem.invalidParameter(
                    "descendants", "The parameter descendants needs a tag, section or contributor.");
        }
    }

    /** Looks up the tags of the filter, with one statement; rejects unknown ones. Empty: it names none. */
    public Optional<TagLookup> tagLookup() {
        List<Ref> refs = expression(null).stream()
                .flatMap(TagExpression::refs)
                .distinct()
                .toList();
        if (refs.isEmpty()) {
            return Optional.empty();
        }
        TagLookup found = TagLookup.of(refs, withDescendants);
        check(refs, found);
        return Optional.of(found);
    }

    /**
     * The conditions on tags, for the ids of the tags of an article.
     *
     * @param found the tags of the filter
     */
    public Predicate<Set<UUID>> tagCondition(TagLookup found) {
        return expression(null)
                .<Predicate<Set<UUID>>>map(all ->
                        carried -> all.holds(one -> meant(found, one).stream().anyMatch(carried::contains)))
                .orElse(carried -> true);
    }

    private static Set<UUID> meant(TagLookup found, Ref tag) {
        return Objects.requireNonNull(found.tags().get(tag)).meant();
    }

    /** Rejects too many tags, and unknown ones. */
    void check(List<Ref> refs, TagLookup found) {
        long meant = found.tags().values().stream()
                .mapToLong(tag -> tag.meant().size())
                .sum();
        if (withDescendants && meant > MOST_TAGS) {
            throw Problem.invalidParameter(
                    "descendants",
                    "There are " + meant + " tags below those named; at most " + MOST_TAGS + " can be followed.");
        }
        check("section", section, TagType.SECTION, found);
        check("contributor", contributor, TagType.CONTRIBUTOR, found);
        for (Ref ref : refs) {
            if (!found.tags().containsKey(ref)) {
                throw Problem.invalidParameter("tags", "There is no tag \"" + ref.text() + "\".");
            }
        }
    }

    private static void check(String name, @Nullable Ref ref, TagType type, TagLookup found) {
        if (ref != null
                && (!found.tags().containsKey(ref) || found.tags().get(ref).type() != type)) {
            throw Problem.invalidParameter(name, "There is no " + name + " \"" + ref.text() + "\".");
        }
    }

    /** All conditions on tags in one expression; empty: none. */
    Optional<TagExpression> expression(@Nullable Ref alsoTagged) {
        List<TagExpression> all = Stream.of(
                        Optional.ofNullable(alsoTagged).<TagExpression>map(TagExpression.One::new),
                        Optional.ofNullable(section).<TagExpression>map(TagExpression.One::new),
                        Optional.ofNullable(contributor).<TagExpression>map(TagExpression.One::new),
                        Optional.ofNullable(tags))
                .flatMap(Optional::stream)
                .toList();
        return switch (all.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(all.get(0));
            default -> Optional.of(new TagExpression.All(all));
        };
    }

    private static @Nullable Ref ref(String name, @Nullable String text) {
        return text == null
                ? null
                : Ref.of(text)
                        .orElseThrow(() -> Problem.invalidParameter(name, "The " + name + " is a tag's slug or id."));
    }

    private static @Nullable ArticleType type(@Nullable String text) {
        return text == null ? null : ParameterValue.parse("type", text, ArticleType.values(), type -> type.word);
    }

    private static @Nullable String language(@Nullable String text) {
        if (text != null && !Language.isValid(text)) {
            throw Problem.invalidParameter("language", Language.EXPECTED);
        }
        return text;
    }

    /** A date means midnight UTC. */
    private static @Nullable Instant time(String name, @Nullable String text) {
        return text == null ? null : ParameterValue.parse(name, text, Timestamp::parseTimeOrDay);
    }
}
