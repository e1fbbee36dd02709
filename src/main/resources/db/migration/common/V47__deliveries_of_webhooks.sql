-- The queue of each webhook, and its deliveries with their attempts.

create table webhook_queue (
    webhook_id    uuid primary key references webhook (id) on delete cascade,
    due_at        timestamp(6) with time zone,
    leased_until  timestamp(6) with time zone,
    failing_since timestamp(6) with time zone
);

create index webhook_queue_due on webhook_queue (due_at, webhook_id);

insert into webhook_queue (webhook_id) select id from webhook;

create table webhook_delivery (
    id           uuid primary key,
    webhook_id   uuid not null references webhook (id) on delete cascade,
    seq          bigint,
    type         varchar(60) not null,
    body         varchar(20000) not null,
    state        varchar(20) not null,
    created_at   timestamp(6) with time zone not null,
    due_at       timestamp(6) with time zone,
    attempts     integer not null,
    attempted_at timestamp(6) with time zone,
    status       integer,
    response     varchar(1000)
);

create index webhook_delivery_due on webhook_delivery (webhook_id, due_at, id);
create index webhook_delivery_order on webhook_delivery (webhook_id, created_at, id);
create index webhook_delivery_state on webhook_delivery (webhook_id, state, created_at, id);
create index webhook_delivery_age on webhook_delivery (created_at, id);

-- Why and when Gazette has disabled a webhook.
alter table webhook add column disabled_reason varchar(20);
alter table webhook add column disabled_at timestamp(6) with time zone;
