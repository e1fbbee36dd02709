-- The site document: title, menus, publisher and policies of the newsroom's site, in revisions that are whole.

-- One save, as JSON that is only read and written whole.
create table site_revision (
    id           uuid primary key,
    number       integer not null unique,
    saved_at     timestamp(6) with time zone not null,
    author       varchar(300) not null,
    note         varchar(500),
    content      text not null,
    -- The last publication; absent: never.
    published_at timestamp(6) with time zone,
    published_by varchar(300)
);

-- The document itself, which is one row, so due_at needs no index. Without a live revision readers get the settings.
create table site_document (
    id                 integer primary key,
    latest_revision    integer default 0 not null,
    live_id            uuid references site_revision,
    live_at            timestamp(6) with time zone,
    scheduled_revision integer,
    publish_at         timestamp(6) with time zone,
    scheduled_by       varchar(300),
    due_at             timestamp(6) with time zone,
    modified_at        timestamp(6) with time zone,
    modified_by        varchar(300),
    version            integer default 0 not null
);

insert into site_document (id) values (1);
