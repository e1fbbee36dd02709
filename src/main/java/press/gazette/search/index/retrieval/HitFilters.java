package press.gazette.search.index.retrieval;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

import press.gazette.article.draft.ArticleType;
import press.gazette.search.query.HitFilter;
import press.gazette.search.query.TagCondition;
import press.gazette.search.question.IndexField;

/** The filter of a question, with the rule that hides expired articles and pages of the site. */
final class HitFilters {

    private HitFilters() {}

    /** Adds the conditions to a query. */
    static void add(BooleanQuery.Builder query, HitFilter filter, Instant now) {
        query.add(LongPoint.newRangeQuery(IndexField.EXPIRES, Long.MIN_VALUE, IndexField.number(now)), Occur.MUST_NOT);
        if (filter.type() == null) {
            query.add(of(IndexField.TYPE, ArticleType.PAGE.word), Occur.MUST_NOT);
        } else {
            query.add(of(IndexField.TYPE, filter.type().word), Occur.FILTER);
        }
        if (filter.tags() != null) {
            query.add(of(filter.tags()), Occur.FILTER);
        }
        addTags(query, filter.section());
        addTags(query, filter.contributor());
        if (filter.language() != null) {
            query.add(of(IndexField.LANGUAGE, filter.language()), Occur.FILTER);
        }
        addTimes(query, IndexField.PUBLISHED, filter.from(), filter.to());
        addTimes(query, IndexField.RENEWED, filter.updatedSince(), null);
    }

    private static Query of(String field, String value) {
        return new TermQuery(new Term(field, value));
    }

    private static void addTags(BooleanQuery.Builder query, Set<UUID> tags) {
        if (!tags.isEmpty()) {
            query.add(anyOf(tags), Occur.FILTER);
        }
    }

    private static Query anyOf(Collection<UUID> tags) {
        return tags.size() == 1
                ? of(IndexField.TAG, tags.iterator().next().toString())
                : new TermInSetQuery(
                        IndexField.TAG,
                        tags.stream().map(UUID::toString).map(BytesRef::new).toList());
    }

    private static Query of(TagCondition condition) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        if (condition instanceof TagCondition.Carries carries) {
            return anyOf(carries.tags());
        }
        if (condition instanceof TagCondition.Not not) {
            query.add(new MatchAllDocsQuery(), Occur.FILTER);
            query.add(of(not.condition()), Occur.MUST_NOT);
        } else if (condition instanceof TagCondition.All all) {
            all.conditions().forEach(each -> query.add(of(each), Occur.FILTER));
        } else {
            ((TagCondition.Any) condition).conditions().forEach(each -> query.add(of(each), Occur.SHOULD));
        }
        return query.build();
    }

    private static void addTimes(
            BooleanQuery.Builder query, String field, @Nullable Instant from, @Nullable Instant before) {
        if (from != null || before != null) {
            query.add(
                    LongPoint.newRangeQuery(
                            field,
                            from == null ? Long.MIN_VALUE : rounded(from),
                            before == null ? Long.MAX_VALUE : rounded(before) - 1),
                    Occur.FILTER);
        }
    }

    /** Up to whole microseconds, which the times of articles are. */
    private static long rounded(Instant time) {
        return IndexField.number(time.plusNanos(999));
    }
}
