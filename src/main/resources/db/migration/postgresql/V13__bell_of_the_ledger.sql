-- Wakes all nodes at the commit of whatever enters the ledger; press.gazette.change.LedgerBell listens. The notification
-- carries nothing: who is woken reads on from where it was.
create function ring_bell_of_ledger() returns trigger language plpgsql as $$
begin
    perform pg_notify('gazette_ledger', '');
    return null;
end
$$;

create trigger ledger_head_rings after update on ledger_head
    for each statement execute function ring_bell_of_ledger();
