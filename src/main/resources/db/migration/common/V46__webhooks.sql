-- Subscribers to changes. Secrets are encrypted.

create table webhook (
    id                  uuid primary key,
    url                 varchar(2000) not null,
    description         varchar(500),
    types               varchar(200) not null,
    kinds               varchar(200) not null,
    tags                varchar(2000),
    enabled             boolean not null,
    after_seq           bigint not null,
    secret              varchar(200) not null,
    former_secret       varchar(200),
    former_secret_until timestamp(6) with time zone,
    created_at          timestamp(6) with time zone not null,
    version             integer not null
);
