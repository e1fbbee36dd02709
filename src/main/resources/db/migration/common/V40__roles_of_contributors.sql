-- The role of a contributor in the newsroom, such as "Energy correspondent"; absent: none, or the tag is no contributor.
alter table tag add column if not exists role varchar(200);
