-- Further names of a tag's subject, in other languages, scripts and spellings: JSON that is only read and written whole.
alter table tag add column if not exists other_names text default '[]' not null;
