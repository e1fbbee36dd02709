-- Who did what, when: one row for each write at the desk, in its transaction.

create table audit (
    id      uuid primary key,
    at      timestamp(6) with time zone not null,
    actor   varchar(300) not null,
    subject varchar(120) not null,
    action  varchar(20) not null,
    path    varchar(2000) not null,
    version integer not null
);

-- The listing, the latest first, and the same of one subject and of one actor.
create index audit_latest on audit (at desc, id desc);
create index audit_of_subject on audit (subject, at desc, id desc);
create index audit_of_actor on audit (actor, at desc, id desc);
