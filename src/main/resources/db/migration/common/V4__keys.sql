-- Keys of callers. The text of a key is nowhere: only its beginning, by which it is looked up, and its SHA-256.

create table access_key (
    id           uuid primary key,
    name         varchar(200) not null,
    scopes       varchar(200) not null,
    beginning    varchar(20) not null unique,
    hash         bytea not null,
    created_at   timestamp(6) with time zone not null,
    created_by   varchar(300) not null,
    expires_at   timestamp(6) with time zone,
    last_used_at timestamp(6) with time zone,
    revoked_at   timestamp(6) with time zone
);

-- The listing of all keys in its order.
create index access_key_newest on access_key (created_at desc, id desc);
