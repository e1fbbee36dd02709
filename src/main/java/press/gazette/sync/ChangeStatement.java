package press.gazette.sync;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import press.gazette.article.PublicArticles;
import press.gazette.change.Subject;
import press.gazette.database.Sql;
import press.gazette.tag.VisibleTag;

/**
 * Changes behind a position as one statement, with what readers see of their subjects now. The order is that of the
 * ledger; of some types, an index of each type is walked.
 */
final class ChangeStatement {

    private static final String TAGGED = "(select array_agg(g.tag_id) from tagging g where g.article_id = a.id)";

    private static final String ARTICLE = "case when c.type = 'article' then cast(substring(c.subject, 9) as uuid) end";

    private ChangeStatement() {}

    /**
     * Reads changes, those that a later one has replaced too, with two statements.
     *
     * @param types to which they belong; all types: any other subjects too
     * @param tagged true to read the tags of articles
     */
    static List<ChangeRow> behind(long seq, Set<ItemType> types, boolean tagged, int most, Instant now) {
        List<ChangeRow> rows = Sql.of("""
                        select c.seq, c.at, c.kind, c.subject, c.touched, c.reason, c.former_slugs, c.successor,
                            coalesce(a.slug, t.slug), coalesce(a.public_version, a.version, v.number),
                            coalesce(a.expires_at, m.rights_expire_at),
                            (a.id is not null or t.id is not null or v.id is not null or p.id is not null or m.id is not null),
                            exists (select 1 from change n where n.subject = c.subject and n.seq > c.seq),""")
                .plus(tagged ? TAGGED : "null")
                .plus(" from (")
                .plus(window(seq, types, most))
                .plus(") c")
                .plus(PublicArticles.join(ARTICLE, now))
                .plus("""
                         left join tag t on t.id = case when c.type = 'tag' then cast(substring(c.subject, 5) as uuid) end
                            and t.state in ('active', 'deprecated')
                        left join curated_list l on l.key = case when c.type = 'list' then substring(c.subject, 6) end
                        left join list_revision v on v.id = l.live_id
                        left join curated_page p on p.key = case when c.type = 'page' then substring(c.subject, 6) end
                        left join media m on m.id = case when c.type = 'media' then cast(substring(c.subject, 7) as uuid) end
                            and (m.rights_expire_at is null or m.rights_expire_at > ?)
                        order by c.seq""", now)
                .rows(ChangeRow::of);
        Set<Subject> hidden = VisibleTag.hidden(
                rows.stream().flatMap(row -> row.touched().stream()).toList());
        return rows.stream().map(row -> row.without(hidden)).toList();
    }

    private static Sql window(long seq, Collection<ItemType> types, int most) {
        if (types.size() == ItemType.values().length) {
            return Sql.of("select * from change where seq > ? order by seq limit " + most, seq);
        }
        List<Sql> each = types.stream()
                .map(type -> Sql.of(
                        "(select * from change where type = '" + type.word + "' and seq > ? order by type, seq limit "
                                + most + ")",
                        seq))
                .toList();
        return Sql.of("select * from (").plus(Sql.join(" union all ", each)).plus(") e order by e.seq limit " + most);
    }

    /** True if one of these subjects has replaced a different one in a change behind the position. */
    static boolean hasMerger(long seq, Collection<String> subjects) {
        return Sql.of("select c.seq from change c where c.type = 'tag' and c.seq > ? and c.successor in ", seq)
                .plus(Sql.list(subjects))
                .plus(" order by c.type, c.seq limit 1")
                .first(row -> true)
                .isPresent();
    }
}
