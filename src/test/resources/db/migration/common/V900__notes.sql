-- What the tests of the desk write.
create table note (
    id      uuid primary key,
    slug    varchar(100) not null unique,
    draft   text not null,
    version integer not null
);
