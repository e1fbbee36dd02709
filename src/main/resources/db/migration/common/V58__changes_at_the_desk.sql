-- The changes to all resources of the desk, drafts too, numbered in the order of the commits. They are kept for a time.
create table desk_change (
    seq     bigint primary key,
    at      timestamp(6) with time zone not null,
    actor   varchar(300) not null,
    kind    varchar(20) not null,
    type    varchar(20) not null,
    subject varchar(120) not null,
    version integer
);

create index desk_change_of_type on desk_change (type, seq);

-- Its end, one row, and the last change that was removed.
create table desk_head (
    id        integer primary key,
    seq       bigint not null,
    at        timestamp(6) with time zone not null,
    pruned    bigint not null,
    pruned_at timestamp(6) with time zone not null
);

insert into desk_head (id, seq, at, pruned, pruned_at) values
    (1, 0, timestamp with time zone '1970-01-01 00:00:00+00:00', 0, timestamp with time zone '1970-01-01 00:00:00+00:00');
