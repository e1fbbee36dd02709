-- The kind of the subject. The database computes it, so that it is right whatever release writes the row.
alter table change add column if not exists type varchar(120) generated always as (split_part(subject, ':', 1)) stored;

create index change_of_type on change (type, seq);
