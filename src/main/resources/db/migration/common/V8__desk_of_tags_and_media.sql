-- What the desk needs for the vocabulary and for pictures.

-- Whether readers have ever seen the tag; what they have seen leads somewhere for ever. A hidden one may have been seen.
alter table tag add column revealed boolean default false not null;
update tag set revealed = true where state <> 'proposed';

-- The desk's listing of one state.
create index tag_by_state on tag (state, slug);

-- Slugs by which only the desk has known a tag: drafts name tags by their slugs.
create table tag_working_slug (
    slug   varchar(100) primary key,
    tag_id uuid not null references tag
);

create index tag_working_slug_of_tag on tag_working_slug (tag_id);

-- Ids of tags that were merged into one, as far as readers knew them.
create table tag_merged (
    id     uuid primary key,
    tag_id uuid not null references tag
);

create index tag_merged_into on tag_merged (tag_id);

-- The one row whose lock puts those in line who write the vocabulary.
create table vocabulary (
    id integer primary key
);

insert into vocabulary (id) values (1);

-- From this moment readers do not see the picture. Absent: the rights do not end.
alter table media add column rights_expire_at timestamp(6) with time zone;
-- When the ledger has to tell of the end of the rights. Absent: never, or it has done so.
alter table media add column due_at timestamp(6) with time zone;
alter table media add column version integer default 0 not null;

create index media_due on media (due_at);

-- Who shows a picture.
create index article_by_image on article (image_id);
create index tag_by_image on tag (image_id);
