-- As all slugs.
alter table tag_working_slug alter column slug type varchar(100) collate "C";
