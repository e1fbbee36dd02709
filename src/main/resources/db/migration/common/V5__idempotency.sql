-- Idempotency keys of the desk: who works on a request, then what it was answered. Kept for a day.

create table idempotency (
    id              uuid primary key,
    caller          varchar(400) not null,
    idempotency_key varchar(255) not null,
    -- SHA-256 of method, address and content, in hexadecimal digits.
    fingerprint     char(64) not null,
    -- The request that works on it or has done so.
    token           uuid not null unique,
    claimed_at      timestamp(6) with time zone not null,
    leased_until    timestamp(6) with time zone not null,
    finished_at     timestamp(6) with time zone,
    status          integer,
    location        varchar(2000),
    tag             varchar(100),
    content         text,
    unique (caller, idempotency_key)
);

-- For forgetting them.
create index idempotency_oldest on idempotency (claimed_at, id);
