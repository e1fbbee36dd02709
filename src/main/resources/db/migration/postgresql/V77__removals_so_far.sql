-- The removals that the ledger has, in a transaction of its own: that of the trigger locks the ledger, so editors would wait for as
-- long as the copy takes. Nothing is compacted meanwhile, so that no change ends before its removals are stored.
select compacted from ledger_compaction where id = 1 for update;

insert into removal (seq, subject, article_id, at)
select c.seq, s.name, cast(substr(c.subject, 9) as uuid), c.at
from change c cross join lateral unnest(string_to_array(c.touched, ' ')) as s(name)
where c.kind in ('withdrawn', 'deleted') and c.subject like 'article:%' and ' ' || c.touched || ' ' not like '% unlisted %'
    and (s.name = 'articles' or s.name like 'tag:%')
on conflict do nothing;
