-- Lists that editors keep: revisions that are whole, in a row each; which is the draft, which is live, and which will be.

-- All that the revision says, as JSON: settings and entries, only ever read and written whole.
alter table list_revision add column content text;
alter table list_revision add column author varchar(300) default 'import' not null;
alter table list_revision add column note varchar(500);

-- The lists that a revision is filled from, once more, so that the database can follow them. A list that only old revisions
-- speak of can be removed, so the source is no reference.
create table list_source (
    revision_id uuid not null references list_revision,
    source_id   uuid not null,
    primary key (revision_id, source_id)
);

create index list_source_of on list_source (source_id);

alter table curated_list add column latest_revision integer default 1 not null;
alter table curated_list add column live_at timestamp(6) with time zone;
-- The revision that goes live by itself, when, and by whom; absent: none does.
alter table curated_list add column scheduled_revision integer;
alter table curated_list add column publish_at timestamp(6) with time zone;
alter table curated_list add column scheduled_by varchar(300);
-- When time alone may change what readers see: a schedule, the window of an entry, an article that grows too old.
alter table curated_list add column due_at timestamp(6) with time zone;
alter table curated_list add column revealed boolean default false not null;
alter table curated_list add column modified_at timestamp(6) with time zone default timestamp with time zone '1970-01-01 00:00:00+00:00' not null;
alter table curated_list add column modified_by varchar(300);

update curated_list set
    revealed = live_id is not null,
    live_at = (select r.saved_at from list_revision r where r.id = live_id),
    modified_at = coalesce((select max(r.saved_at) from list_revision r where r.list_id = curated_list.id), modified_at),
    latest_revision = coalesce((select max(r.number) from list_revision r where r.list_id = curated_list.id), 1);

-- What ListWatch asks for, twice a second.
create index curated_list_due on curated_list (due_at);

-- From when on readers saw which revision; without one, they saw none.
create table list_live_span (
    id       uuid primary key,
    list_id  uuid not null references curated_list,
    revision integer,
    since    timestamp(6) with time zone not null,
    author   varchar(300)
);

create index list_live_span_latest on list_live_span (list_id, since desc, id desc);

-- The id of the list will do as the id of its first span.
insert into list_live_span (id, list_id, revision, since)
select l.id, l.id, r.number, r.saved_at from curated_list l join list_revision r on r.id = l.live_id;

alter table curated_page add column modified_at timestamp(6) with time zone default timestamp with time zone '1970-01-01 00:00:00+00:00' not null;
alter table curated_page add column modified_by varchar(300);
alter table curated_page add column version integer default 0 not null;

-- Which pages have a list.
create index curated_page_list_of on curated_page_list (list_id);

-- The one row whose lock puts those in line who have lists filled from lists.
create table list_sources (
    id integer primary key
);

insert into list_sources (id) values (1);
