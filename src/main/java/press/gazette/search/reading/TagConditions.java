package press.gazette.search.reading;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.address.Ref;
import press.gazette.article.listing.ArticleFilter;
import press.gazette.article.listing.TagExpression;
import press.gazette.search.query.HitFilter;
import press.gazette.search.query.TagCondition;
import press.gazette.tag.TagLookup;

/** The filter of a listing with the ids of its tags in place of their names. */
record TagConditions(Map<Ref, TagLookup.Found> tags) {

    HitFilter of(ArticleFilter filter) {
        return new HitFilter(
                filter.tags() == null ? null : condition(filter.tags()),
                ids(filter.section()),
                ids(filter.contributor()),
                filter.type(),
                filter.language(),
                filter.from(),
                filter.to(),
                filter.updatedSince());
    }

    private TagCondition condition(TagExpression expression) {
        if (expression instanceof TagExpression.One one) {
            return new TagCondition.Carries(ids(one.tag()));
        }
        if (expression instanceof TagExpression.Not not) {
            return new TagCondition.Not(condition(not.operand()));
        }
        if (expression instanceof TagExpression.All all) {
            return new TagCondition.All(conditions(all.operands()));
        }
        return new TagCondition.Any(conditions(((TagExpression.Any) expression).operands()));
    }

    private List<TagCondition> conditions(List<TagExpression> operands) {
        return operands.stream().map(this::condition).toList();
    }

    private Set<UUID> ids(@Nullable Ref ref) {
        return ref == null
                ? Set.of()
                : Objects.requireNonNull(tags.get(ref), "every tag was looked up")
                        .meant();
    }
}
