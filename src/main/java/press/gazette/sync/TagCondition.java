package press.gazette.sync;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import press.gazette.article.listing.ArticleFilter;
import press.gazette.change.Subject;
import press.gazette.tag.TagLookup;

/**
 * The condition of a filter on the tags of articles, with the tags looked up.
 *
 * @param condition on the ids of an article's tags
 * @param named the names of all tags in the condition as subjects, those below included if the filter follows them
 */
record TagCondition(Predicate<Set<UUID>> condition, Set<String> named) {

    static final TagCondition NONE = new TagCondition(tags -> true, Set.of());

    static TagCondition of(ArticleFilter filter, TagLookup found) {
        return new TagCondition(
                filter.tagCondition(found),
                found.tags().values().stream()
                        .flatMap(tag -> tag.meant().stream())
                        .map(tag -> Subject.tag(tag).name())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    boolean matches(Set<UUID> tags) {
        return condition.test(tags);
    }

    /** True if a change names one of the tags. */
    boolean isNamedBy(List<Subject> touched) {
        return touched.stream().map(Subject::name).anyMatch(named::contains);
    }

    /** True if a position was made for the same tags: with other ones, articles match that have not changed. */
    boolean isThatOf(FeedPosition position) {
        return fingerprint(named).equals(position.tags());
    }

    String fingerprint() {
        return fingerprint(named);
    }

    private static String fingerprint(Collection<String> named) {
        return named.isEmpty()
                ? ""
                : Integer.toHexString(String.join(" ", named).hashCode());
    }
}
