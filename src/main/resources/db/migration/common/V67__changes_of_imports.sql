-- The import that made a change: those who follow the ledger may take its changes together.
alter table change add column import_id uuid;

-- True while the end of an import is to be recorded in the ledger, since it has changed what readers see.
alter table import_job add column announcement_due boolean default false not null;

-- The time of the last of its files that has arrived. Absent: it waits for none.
alter table import_job add column received_at timestamp(6) with time zone;

-- Only items that were changed since then are imported. Absent: all.
alter table import_job add column changed_since timestamp(6) with time zone;
