-- The words of the working draft, by which the desk finds it: title, kicker, contributors, slug. Absent: saved by the former
-- release; the title, kicker and slug of the live content stand in for it.
alter table article add column if not exists desk_key varchar(500);

-- The tags of a working draft that is ahead of the live content, which has its own in tagging.
create table if not exists draft_tag (
    article_id uuid not null references article on delete cascade,
    tag_id     uuid not null references tag on delete cascade,
    primary key (article_id, tag_id)
);

create index if not exists draft_tag_of_tag on draft_tag (tag_id);
