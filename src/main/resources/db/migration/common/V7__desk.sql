-- What the desk needs: drafts as revisions, the next moment at which time alone changes what readers see.

-- Increases with each save; the content of each is in article_revision. 0: written by an importer.
alter table article add column latest_revision integer default 0 not null;
-- The one whose content stands in this table: what readers see of a published article.
alter table article add column live_revision integer default 0 not null;
alter table article add column modified_by varchar(300);
-- Whether the ledger last said that readers can see it, and since when they ever could; absent: never.
alter table article add column shown boolean default false not null;
alter table article add column revealed_at timestamp(6) with time zone;
-- When time alone will change what readers see: a schedule, the end of an embargo, an expiry. Absent: never.
alter table article add column due_at timestamp(6) with time zone;

update article set shown = true, revealed_at = first_published_at
where status = 'published' and (embargo_until is null or embargo_until <= current_timestamp)
    and (expires_at is null or expires_at > current_timestamp);
update article set revealed_at = first_published_at where status = 'withdrawn';
update article set due_at = publish_at where status = 'scheduled';
update article set due_at = embargo_until where status = 'published' and embargo_until > current_timestamp
    and embargo_until < timestamp with time zone '9999-01-01 00:00:00+00:00';
update article set due_at = expires_at where status = 'published' and due_at is null and expires_at > current_timestamp;

-- What ScheduledPublisher asks for, twice a second.
create index article_due on article (due_at);
-- The desk's listing: last edited first.
create index article_modified on article (modified_at desc, id desc);
create index article_modified_of_status on article (status, modified_at desc, id desc);

create table article_revision (
    article_id uuid not null references article,
    number     integer not null,
    at         timestamp(6) with time zone not null,
    author     varchar(300) not null,
    note       varchar(500),
    content    text not null,
    primary key (article_id, number)
);
