-- Addresses of other systems are as long.
alter table article alter column slug set data type varchar(200);
alter table article_alias alter column slug set data type varchar(200);

create unique index old_address_path on old_address (path);
