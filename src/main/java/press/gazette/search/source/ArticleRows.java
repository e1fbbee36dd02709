package press.gazette.search.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import press.gazette.article.PublicArticles;
import press.gazette.article.draft.ArticleType;
import press.gazette.body.Body;
import press.gazette.database.Row;
import press.gazette.database.Sql;
import press.gazette.json.Json;
import press.gazette.tag.TagType;
import press.gazette.tag.VisibleTag;
import press.gazette.tag.Vocabulary;
import press.gazette.tag.naming.OtherName;

/** Reads public articles for the index: their words, and the names of their tags, as everybody may read them. */
public final class ArticleRows {

    private static final Logger LOG = Logger.getLogger(ArticleRows.class);

    /** The words for subscribers only are left out: a search must not tell what stands there. */
    private static final String COLUMNS =
            "a.id, a.type, a.language, a.title, a.standfirst, a.byline, " + PublicArticles.BODY + """
            , a.published_at, a.renewed_at, a.expires_at,
             (select array_agg(g.tag_id order by g.position) from tagging g where g.article_id = a.id)""";

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /**
     * Articles that were read.
     *
     * @param articles the public ones that can be indexed
     * @param last the last id, in the order of the database; null: none was found
     * @param bad the number of articles that cannot be indexed
     */
    public record Selection(
            List<IndexedArticle> articles, @Nullable UUID last, int bad) {

        public Set<UUID> ids() {
            Set<UUID> ids = new HashSet<>();
            articles.forEach(article -> ids.add(article.id()));
            return ids;
        }
    }

    private record Raw(
            UUID id,
            String type,
            String language,
            String title,
            @Nullable String standfirst,
            @Nullable String byline,
            String body,
            Instant publishedAt,
            Instant renewedAt,
            @Nullable Instant expiresAt,
            List<UUID> tags) {

        static Raw of(Row row) {
            return new Raw(
                    row.uuid(),
                    row.text(),
                    row.text(),
                    row.text(),
                    row.textOrNull(),
                    row.textOrNull(),
                    row.text(),
                    row.instant(),
                    row.instant(),
                    row.instantOrNull(),
                    row.uuids());
        }
    }

    private ArticleRows() {}

    /** The public ones of these articles. */
    public static Selection of(Collection<UUID> ids, Instant now) {
        return ids.isEmpty()
                ? new Selection(List.of(), null, 0)
                : batch(PublicArticles.selectAny(COLUMNS, now)
                        .plus(" and a.id in ")
                        .plus(Sql.list(ids)));
    }

    /** The next public articles by id; null: from the first. */
    public static Selection after(@Nullable UUID last, int most, Instant now) {
        return batch(PublicArticles.selectAny(COLUMNS, now)
                .plus(" and a.id > ? order by a.id limit " + most, last == null ? BEFORE_ALL : last));
    }

    /** The number of public articles. */
    public static long count(Instant now) {
        return PublicArticles.selectAny("count(*)", now).first(Row::number).orElse(0L);
    }

    /** The next articles of a tag, the newest first. */
    public static List<IndexBookmark.DatedArticle> tagged(UUID tag, IndexBookmark.DatedArticle after, int most) {
        return Sql.of("""
                        select g.published_at, g.article_id from tagging g
                        where g.tag_id = ? and g.listed = true
                         and (g.published_at < ? or (g.published_at = ? and g.article_id < ?))
                        order by g.tag_id, g.listed, g.published_at desc, g.article_id desc limit ?""", tag, after.publishedAt(), after.publishedAt(), after.id(), most)
                .rows(row -> new IndexBookmark.DatedArticle(row.instant(), row.uuid()));
    }

    /** Those of these tags that articles have: a tag that is new has none, and its name is in no article's words. */
    public static Set<UUID> withArticles(Collection<UUID> tags) {
        return Set.copyOf(Sql.of("select t.id from tag t where t.id in ")
                .plus(Sql.list(tags))
                .plus(" and exists (select 1 from tagging g where g.tag_id = t.id and g.listed = true)")
                .rows(Row::uuid));
    }

    /** True if one of these articles was withdrawn for legal reasons. */
    static boolean haveLegalWithdrawal(Collection<UUID> ids) {
        return !ids.isEmpty()
                && Sql.of("select a.id from article a where a.withdrawal_reason = 'legal' and a.id in ")
                        .plus(Sql.list(ids))
                        .plus(" limit 1")
                        .first(Row::uuid)
                        .isPresent();
    }

    private static Selection batch(Sql statement) {
        List<Raw> rows = statement.rows(Raw::of);
        Set<UUID> tags = new HashSet<>();
        rows.forEach(row -> tags.addAll(row.tags()));
        Map<UUID, VisibleTag> visible = Vocabulary.get().tags(tags, 0);
        List<IndexedArticle> articles = new ArrayList<>();
        for (Raw row : rows) {
            IndexedArticle article = article(row, visible);
            if (article != null) {
                articles.add(article);
            }
        }
        return new Selection(
                articles, rows.isEmpty() ? null : rows.get(rows.size() - 1).id(), rows.size() - articles.size());
    }

    private static @Nullable IndexedArticle article(Raw row, Map<UUID, VisibleTag> visible) {
        try {
            List<VisibleTag> tags = row.tags().stream()
                    .map(visible::get)
                    .filter(Objects::nonNull)
                    .toList();
            return new IndexedArticle(
                    row.id(),
                    Stream.of(ArticleType.values())
                            .filter(type -> type.word.equals(row.type()))
                            .findFirst()
                            .orElseThrow(),
                    row.language(),
                    row.title(),
                    row.standfirst(),
                    row.byline(),
                    Json.fromColumn(row.body(), Body.class).text(),
                    names(tags, false),
                    names(tags, true),
                    ids(tags, null),
                    ids(tags, TagType.SECTION),
                    ids(tags, TagType.CONTRIBUTOR),
                    row.publishedAt(),
                    row.renewedAt(),
                    row.expiresAt());
        } catch (RuntimeException e) {
            LOG.errorf(e, "An article cannot be indexed; searches do not find it; id=%s", row.id());
            return null;
        }
    }

    /** The names of tags by which an article is found. */
    private static List<String> names(List<VisibleTag> tags, boolean ofContributors) {
        Set<String> names = new LinkedHashSet<>();
        tags.stream()
                .filter(tag -> (tag.label().type() == TagType.CONTRIBUTOR) == ofContributors)
                .forEach(tag -> names.addAll(names(tag)));
        return List.copyOf(names);
    }

    private static List<String> names(VisibleTag tag) {
        return Stream.concat(
                        Stream.of(tag.label().name()), tag.otherNames().stream().map(OtherName::name))
                .toList();
    }

    /** @param type null: neither sections nor contributors */
    private static Set<UUID> ids(List<VisibleTag> tags, @Nullable TagType type) {
        Set<UUID> ids = new LinkedHashSet<>();
        for (VisibleTag tag : tags) {
            TagType own = tag.label().type();
            boolean isPlain = own != TagType.SECTION && own != TagType.CONTRIBUTOR;
            if (type == null ? isPlain : own == type) {
                ids.add(tag.id());
            }
        }
        return ids;
    }
}
