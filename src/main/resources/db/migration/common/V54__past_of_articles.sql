-- The identity of an article where it came from, and the fields there that have no place here. Absent: written here.
alter table article add column foreign_system varchar(200);
alter table article add column foreign_id varchar(500);
alter table article add column foreign_fields text;

-- An import finds its articles again by it. Nulls are distinct.
create unique index article_foreign on article (foreign_system, foreign_id);

-- Addresses of a former site, each with one target: an article, a tag or another address. The path may have a query, such as
-- /?p=123. Targets are not foreign keys: an address whose target is gone leads nowhere, and holds nothing.
create table old_address (
    id         uuid primary key,
    path       varchar(2000) not null,
    article_id uuid,
    tag_id     uuid,
    link       varchar(2000),
    source     varchar(60),
    version    integer not null
);

-- Undo removes the addresses that one import wrote.
create index old_address_of_import on old_address (source);
