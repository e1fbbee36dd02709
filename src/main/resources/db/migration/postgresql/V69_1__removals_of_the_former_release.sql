-- Nodes of the former release, which run beside this one during an upgrade, write the ledger only: the trigger adds their
-- removals. This release adds its own, as on the embedded database. The release after this one may drop the trigger.
create function add_removals_of_change() returns trigger language plpgsql as $$
begin
    insert into removal (seq, subject, article_id, at)
    select distinct new.seq, s.name, cast(substr(new.subject, 9) as uuid), new.at
    from unnest(string_to_array(new.touched, ' ')) as s(name) where s.name = 'articles' or s.name like 'tag:%'
    on conflict do nothing;
    return null;
end
$$;

create trigger change_adds_removals after insert or update of touched on change
    for each row when (new.kind in ('withdrawn', 'deleted') and new.subject like 'article:%'
        and ' ' || new.touched || ' ' not like '% unlisted %')
    execute function add_removals_of_change();
