-- The texts by whose beginnings tags are found: each name, and the rest of each name from each further word on, as searches compare.
create table if not exists tag_word (
    tag_id uuid not null references tag on delete cascade,
    word   varchar(100) collate "C" not null,
    primary key (tag_id, word)
);

-- q: a range of words; it ends in the id, so the order has no ties.
create index if not exists tag_word_in_order on tag_word (word, tag_id);

-- Until then tags are found by the beginnings of their names.
insert into tag_word (tag_id, word) select id, trim(substring(folded_name, 1, 100)) from tag;

-- The desk's listings by the last edit.
create index if not exists tag_modified on tag (modified_at desc, id desc);
create index if not exists tag_modified_of_state on tag (state, modified_at desc, id desc);
create index if not exists tag_modified_of_type on tag (type, modified_at desc, id desc);

-- The version of the words' form, a blank, and the folded name that they were made of. Differs from the current form and name, or is
-- absent, if a former release wrote the tag: the server makes the words anew. Last, since it locks readers out until the commit.
alter table tag add column if not exists words_of varchar(420);
