-- How far a load into an empty database has come: the sample newsroom, generated articles. A start that was broken off goes
-- on from there.
create table content_load (
    name     varchar(60) primary key,
    begun_at timestamp(6) with time zone not null,
    steps    integer not null,
    done     integer not null
);
