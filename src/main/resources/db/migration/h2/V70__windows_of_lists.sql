-- When windows of entries of live revisions open and close, of the lists that have a due time. The contents of revisions are JSON,
-- of which the agenda reads no more than this.
create view list_window as
select w.key, w.title, w.due_at, w.entry_id, w.opens, w.at from (
    select e.key, e.title, e.due_at, v.opens, cast(trim(both '"' from cast((e.entry)."id" as varchar)) as uuid) as entry_id,
        cast(trim(both '"' from cast(case when v.opens then ((e.entry)."placed")."startsAt" else ((e.entry)."placed")."endsAt" end
            as varchar)) as timestamp(6) with time zone) as at
    from (
        select p.key, p.title, p.due_at, (p.entries)[n.x] as entry
        from (
            select l.key, l.title, l.due_at, (r.content format json)."entries" as entries,
                (length(r.content) - length(replace(r.content, '"placed":', ''))) / 9 as most
            from curated_list l join list_revision r on r.id = l.live_id
            where l.due_at is not null and (r.content like '%"startsAt":%' or r.content like '%"endsAt":%')
        ) p join system_range(1, 1000) n on n.x <= p.most
    ) e cross join (values (true), (false)) v(opens)
    where e.entry is not null
) w where w.at is not null;
