-- A build from before V57 that runs beside a newer one queues deliveries without an event, which newer nodes would not see.
create function add_event_of_delivery() returns trigger language plpgsql as $$
begin
    insert into webhook_event (id, seq, type, body, created_at) values (new.id, new.seq, new.type, new.body, new.created_at)
    on conflict do nothing;
    new.event_id := new.id;
    return new;
end
$$;

create trigger delivery_adds_event before insert on webhook_delivery
    for each row when (new.event_id is null) execute function add_event_of_delivery();

-- Those that it has queued so far.
insert into webhook_event (id, seq, type, body, created_at)
select d.id, d.seq, d.type, d.body, d.created_at from webhook_delivery d where d.event_id is null
on conflict do nothing;

update webhook_delivery set event_id = id where event_id is null;
