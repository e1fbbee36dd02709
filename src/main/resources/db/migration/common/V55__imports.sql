-- A file that is being imported. The counts and the place in the file change in the transaction of the items that they count, so
-- that a killed import goes on where it was.
create table import_job (
    id          uuid primary key,
    format      varchar(20) not null,
    mapping     text not null,
    dry_run     boolean not null,
    author      varchar(300) not null,
    state       varchar(20) not null,
    phase       varchar(20) not null,
    created_at  timestamp(6) with time zone not null,
    ended_at    timestamp(6) with time zone,
    leased_to   timestamp(6) with time zone,
    fault       text,
    notes       text not null,
    item_count  integer not null,
    created     integer not null,
    updated     integer not null,
    unchanged   integer not null,
    left_out    integer not null,
    failed      integer not null
);

-- The jobs that a node looks for: few are running.
create index import_job_by_state on import_job (state, created_at);

-- The report: one row for each item of the file, in its order.
create table import_entry (
    job_id     uuid not null references import_job,
    number     integer not null,
    foreign_id varchar(500) not null,
    title      varchar(500) not null,
    line       integer not null,
    outcome    varchar(20) not null,
    article_id uuid,
    links      boolean not null,
    notes      text not null,
    primary key (job_id, number)
);

-- Pictures of imports are found by their addresses.
create index media_by_url on media (url);
