-- When windows of entries of live revisions open and close, of the lists that have a due time. The contents of revisions are JSON,
-- of which the agenda reads no more than this.
create view list_window as
select w.key, w.title, w.due_at, w.entry_id, w.opens, w.at from (
    select l.key, l.title, l.due_at, v.opens, cast(e.entry ->> 'id' as uuid) as entry_id,
        cast(e.entry -> 'placed' ->> case when v.opens then 'startsAt' else 'endsAt' end as timestamp(6) with time zone) as at
    from curated_list l join list_revision r on r.id = l.live_id
        cross join lateral json_array_elements(cast(r.content as json) -> 'entries') as e(entry)
        cross join (values (true), (false)) as v(opens)
    where l.due_at is not null and (r.content like '%"startsAt":%' or r.content like '%"endsAt":%')
) w where w.at is not null;
