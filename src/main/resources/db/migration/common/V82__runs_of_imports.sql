-- The number of runs that have taken an import: only the last one may write.
alter table import_job add column runs integer default 0 not null;
