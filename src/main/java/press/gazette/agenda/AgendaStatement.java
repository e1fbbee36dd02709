package press.gazette.agenda;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import press.gazette.database.Sql;

/**
 * The events of a span of time, with one statement. A resource with plans has a due time, which is not behind the first of them: so
 * the indexes of due times bound each part.
 *
 * @param from inclusive
 * @param to exclusive
 * @param after the end of the page before; null: the first page
 */
record AgendaStatement(Instant from, Instant to, @Nullable AgendaKey after) {

    static final String COLUMNS = "e.at, e.event, e.id, e.type, e.key, e.title, e.revision";

    /** Each part has the same placeholders: the end, the beginning, the end. The numbers are the places of the events. */
    private static final List<String> PARTS = List.of("""
            select a.publish_at as at, 0 as event, a.id as id, 'article' as type, cast(null as varchar(200)) as key,
                cast(a.title as varchar(2000)) as title, cast(null as integer) as revision
            from article a where a.status = 'scheduled' and a.due_at < ? and a.publish_at >= ? and a.publish_at < ?""", """
            select a.embargo_until, 1, a.id, 'article', null, cast(a.title as varchar(2000)), null
            from article a where (a.status = 'published' or a.status = 'scheduled' and a.embargo_until > a.publish_at)
                and a.due_at < ? and a.embargo_until >= ? and a.embargo_until < ?""", """
            select a.expires_at, 4, a.id, 'article', null, cast(a.title as varchar(2000)), null
            from article a where (a.status = 'published' or a.status = 'scheduled' and a.expires_at > a.publish_at)
                and a.due_at < ? and a.expires_at >= ? and a.expires_at < ?""", """
            select l.publish_at, 0, l.id, 'list', l.key, cast(l.title as varchar(2000)), l.scheduled_revision
            from curated_list l where l.due_at < ? and l.publish_at >= ? and l.publish_at < ?""", """
            select s.publish_at, 0, cast('00000000-0000-0000-0000-000000000000' as uuid), 'site', null, null,
                s.scheduled_revision
            from site_document s where s.due_at < ? and s.publish_at >= ? and s.publish_at < ?""", """
            select m.rights_expire_at, 5, m.id, 'media', null, cast(m.alt as varchar(2000)), null
            from media m where m.due_at < ? and m.rights_expire_at >= ? and m.rights_expire_at < ?""", """
            select w.at, case when w.opens then 2 else 3 end, w.entry_id, 'list', w.key, cast(w.title as varchar(2000)), null
            from list_window w where w.due_at < ? and w.at >= ? and w.at < ?""");

    /** The first events, in order. */
    List<AgendaRow> rows(int most) {
        Instant first = after == null ? from : after.at();
        Sql all = Sql.of("select " + COLUMNS + " from (")
                .plus(Sql.join(
                        " union all ",
                        PARTS.stream().map(part -> Sql.of(part, to, first, to)).toList()))
                .plus(") e");
        Sql behind = after == null
                ? all
                : all.plus(" where (e.at, e.event, e.id) > (?, ?, ?)", after.at(), after.event(), after.id());
        return behind.plus(" order by e.at, e.event, e.id limit " + most).rows(AgendaRow::of);
    }
}
