-- An event is stored once, however many webhooks get it.
create table webhook_event (
    id         uuid primary key,
    seq        bigint,
    type       varchar(60) not null,
    body       varchar(20000) not null,
    created_at timestamp(6) with time zone not null
);

create index webhook_event_age on webhook_event (created_at, id);

-- Those of before have an event each.
insert into webhook_event (id, seq, type, body, created_at) select id, seq, type, body, created_at from webhook_delivery;

alter table webhook_delivery add column event_id uuid;
update webhook_delivery set event_id = id;
alter table webhook_delivery add constraint webhook_delivery_event foreign key (event_id) references webhook_event (id);
create index webhook_delivery_of_event on webhook_delivery (event_id);

-- Not written any more.
alter table webhook_delivery alter column type set default '';
alter table webhook_delivery alter column body set default '';

-- True for a webhook that also gets an event when Gazette disables another one.
alter table webhook add column notices boolean default false not null;
