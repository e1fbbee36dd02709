-- What the first form of lists had in columns and rows of its own, as the content of a revision.
update list_revision r set content = (
    select '{"settings":{"title":' || to_json(cast(l.title as text))::text
        || ',"kind":"' || l.kind || '","minItems":0,"maxItems":' || l.max_items || ',"dedupe":"page"'
        || case
            when r.fill is null then ''
            when r.fill like '%tag%' then ',"fill":[{"query":{"tags":"' || substring(r.fill from position('":"' in r.fill) + 3 for 36) || '"}}]'
            else ',"fill":[{"query":{}}]' end
        || '}' || coalesce((
            select ',"entries":[' || string_agg('{"id":"' || e.id || '","placed":{"target":{"article":"' || e.article_id
                || '"}' || case when e.overrides = '{}' then '' else ',"overrides":' || e.overrides end
                || '}}', ',' order by e.position) || ']'
            from list_entry e where e.revision_id = r.id having count(*) > 0), '')
        || '}'
    from curated_list l where l.id = r.list_id);
