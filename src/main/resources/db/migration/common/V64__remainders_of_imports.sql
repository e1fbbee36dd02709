-- An import has one file or several, and copies pictures or refers to them.
alter table import_job add column file_count integer default 1 not null;
alter table import_job add column media varchar(20) default 'refer' not null;

-- A first mapping that a dry run proposes, in YAML. Absent: it was none, or it has not ended.
alter table import_job add column proposal text;

-- Content that has no place in articles, such as comments: one row for each item of the files that has any, for the desk alone.
create table import_remainder (
    job_id     uuid not null references import_job,
    number     integer not null,
    kind       varchar(40) not null,
    foreign_id varchar(500) not null,
    article_id uuid,
    content    text not null,
    primary key (job_id, number)
);

-- Files of former sites that are in the store, by their addresses there: the same file again is not copied again.
create table imported_file (
    address  varchar(2000) primary key,
    media_id uuid not null,
    job_id   uuid not null
);
