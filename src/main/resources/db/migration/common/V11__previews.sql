-- Links that show an article before its readers see it. A link ends with its time, or when its row is removed.

create table preview (
    id         uuid primary key,
    article_id uuid not null references article (id) on delete cascade,
    note       varchar(500),
    created_at timestamp(6) with time zone not null,
    created_by varchar(300) not null,
    expires_at timestamp(6) with time zone not null,
    version    integer not null
);

create index preview_of_article on preview (article_id, created_at desc, id desc);

-- What all nodes sign with: 32 random bytes in hexadecimal digits, drawn once by the database.
create table seal (
    secret varchar(64) not null
);
