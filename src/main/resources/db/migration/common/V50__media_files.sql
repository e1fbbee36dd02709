-- The contents in the store of files, by their SHA-256. A row is the lock of those who store and remove the content.
create table if not exists media_file (
    hash     varchar(64) primary key,
    filed_at timestamp(6) with time zone not null
);

create index if not exists media_file_by_time on media_file (filed_at, hash);

-- The mark of the folder or bucket that belongs to this database. At most one row.
create table if not exists media_store (
    place integer primary key,
    id    varchar(100) not null
);

-- The file of a picture, film, sound or document, as JSON, and its content. Absent: the file is elsewhere.
alter table media add column if not exists kind varchar(10) not null default 'picture';
alter table media add column if not exists file text;
alter table media add column if not exists file_hash varchar(64) references media_file;

create index if not exists media_of_file on media (file_hash);
