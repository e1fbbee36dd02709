-- What a copy of the public content, or a receiver of webhooks, needs to know of a change besides its groups. All of it is null
-- in rows of older releases.
alter table change add column slug varchar(200);
alter table change add column version integer;
alter table change add column reason varchar(20);
alter table change add column former_slugs text;
alter table change add column successor varchar(120);

-- Earlier and later changes of one subject.
create index change_of_subject on change (subject, seq);

-- How far the ledger is compacted: of each subject only the last change is kept up to "compacted"; of the subjects that
-- readers cannot see any more, none up to "pruned" for certain.
create table ledger_compaction (
    id        integer primary key,
    compacted bigint not null,
    pruned    bigint not null
);

insert into ledger_compaction (id, compacted, pruned) values (1, 0, 0);
