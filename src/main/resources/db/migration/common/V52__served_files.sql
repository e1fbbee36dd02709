-- True once a reader has got the file or a rendition of it: caches may have it, so its end must be in the ledger.
alter table media add column if not exists served boolean not null default false;
