-- The changes that are queued again for a webhook: those behind the first position, up to the second.
alter table webhook_queue add column replay_after bigint;
alter table webhook_queue add column replay_until bigint not null default 0;
