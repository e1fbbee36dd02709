-- The kind of the subject. The database computes it, so that it is right whatever release writes the row.
alter table change add column if not exists type varchar(120)
    generated always as (case when locate(':', subject) > 0 then substring(subject, 1, locate(':', subject) - 1) else subject end);

create index change_of_type on change (type, seq);
