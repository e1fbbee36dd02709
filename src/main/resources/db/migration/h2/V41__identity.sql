-- The identity of this database, drawn once: an index of articles of another database is not used.
create table database_identity (
    id       integer primary key,
    identity uuid not null
);

insert into database_identity (id, identity) values (1, random_uuid());
