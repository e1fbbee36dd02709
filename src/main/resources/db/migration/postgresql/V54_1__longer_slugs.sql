-- Addresses of other systems are as long. A column whose type changes loses its collation unless it is named again.
alter table article alter column slug type varchar(200) collate "C";
alter table article_alias alter column slug type varchar(200) collate "C";

-- The desk lists them in the order of their bytes, as H2 does.
alter table old_address alter column path type varchar(2000) collate "C";
create unique index old_address_path on old_address (path);
