-- The removals that the ledger has. No other release runs beside this one on an embedded database.
insert into removal (seq, subject, article_id, at)
select distinct c.seq, regexp_substr(c.touched, '[^ ]+', 1, cast(n.x as integer)), cast(substring(c.subject, 9) as uuid), c.at
from change c join system_range(1, (select coalesce(max(length(w.touched) - length(replace(w.touched, ' ', ''))), 0) + 1
        from change w where w.kind in ('withdrawn', 'deleted'))) n
    on n.x <= length(c.touched) - length(replace(c.touched, ' ', '')) + 1
where c.kind in ('withdrawn', 'deleted') and c.subject like 'article:%' and ' ' || c.touched || ' ' not like '% unlisted %'
    and (regexp_substr(c.touched, '[^ ]+', 1, cast(n.x as integer)) = 'articles'
        or regexp_substr(c.touched, '[^ ]+', 1, cast(n.x as integer)) like 'tag:%');
