package press.gazette.search.opensearch.retrieval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import press.gazette.article.draft.ArticleType;
import press.gazette.search.query.HitFilter;
import press.gazette.search.query.TagCondition;
import press.gazette.search.question.IndexField;

/** The filter of a question, with the rule that hides expired articles and pages of the site. */
final class ClusterFilters {

    private final List<Map<String, Object>> needed = new ArrayList<>(List.of(articles()));
    private final List<Map<String, Object>> excluded = new ArrayList<>();

    private ClusterFilters() {}

    /**
     * The articles that a question and its filter find.
     *
     * @param conditions and {@code exclusions} of the question
     */
    static Map<String, Object> matches(
            List<Map<String, Object>> conditions, List<Map<String, Object>> exclusions, HitFilter filter, Instant now) {
        ClusterFilters all = new ClusterFilters();
        all.needed.addAll(conditions);
        all.excluded.addAll(exclusions);
        all.add(filter, now);
        return Map.of("bool", Map.of("filter", all.needed, "must_not", all.excluded));
    }

    /** All documents but the bookmark. */
    static Map<String, Object> articles() {
        return Map.of("exists", Map.of("field", IndexField.PUBLISHED));
    }

    static Map<String, Object> expired(Instant now) {
        return Map.of("range", Map.of(IndexField.EXPIRES, Map.of("lte", IndexField.number(now))));
    }

    private void add(HitFilter filter, Instant now) {
        excluded.add(expired(now));
        if (filter.type() == null) {
            excluded.add(of(IndexField.TYPE, ArticleType.PAGE.word));
        } else {
            needed.add(of(IndexField.TYPE, filter.type().word));
        }
        if (filter.tags() != null) {
            needed.add(of(filter.tags()));
        }
        addTags(filter.section());
        addTags(filter.contributor());
        if (filter.language() != null) {
            needed.add(of(IndexField.LANGUAGE, filter.language()));
        }
        addTimes(IndexField.PUBLISHED, filter.from(), filter.to());
        addTimes(IndexField.RENEWED, filter.updatedSince(), null);
    }

    private static Map<String, Object> of(String field, String value) {
        return Map.of("term", Map.of(field, Map.of("value", value)));
    }

    private void addTags(Set<UUID> tags) {
        if (!tags.isEmpty()) {
            needed.add(anyOf(tags));
        }
    }

    private static Map<String, Object> anyOf(Collection<UUID> tags) {
        return Map.of(
                "terms",
                Map.of(IndexField.TAG, tags.stream().map(UUID::toString).toList()));
    }

    private static Map<String, Object> of(TagCondition condition) {
        if (condition instanceof TagCondition.Carries carries) {
            return anyOf(carries.tags());
        }
        if (condition instanceof TagCondition.Not not) {
            return Map.of("bool", Map.of("must_not", List.of(of(not.condition()))));
        }
        if (condition instanceof TagCondition.All all) {
            return Map.of(
                    "bool",
                    Map.of(
                            "filter",
                            all.conditions().stream().map(ClusterFilters::of).toList()));
        }
        List<TagCondition> any = ((TagCondition.Any) condition).conditions();
        return Map.of(
                "bool", Map.of("should", any.stream().map(ClusterFilters::of).toList(), "minimum_should_match", 1));
    }

    private void addTimes(String field, @Nullable Instant from, @Nullable Instant before) {
        Map<String, Object> range = new LinkedHashMap<>();
        if (from != null) {
            range.put("gte", rounded(from));
        }
        if (before != null) {
            range.put("lt", rounded(before));
        }
        if (!range.isEmpty()) {
            needed.add(Map.of("range", Map.of(field, range)));
        }
    }

    /** Up to whole microseconds, which the times of articles are. */
    private static long rounded(Instant time) {
        return IndexField.number(time.plusNanos(999));
    }
}
