-- The writes of a batch are known by its key and their places in it.
alter table idempotency alter column idempotency_key set data type varchar(300);
