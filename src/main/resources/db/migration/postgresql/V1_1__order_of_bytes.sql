-- Slugs and keys are ASCII and are listed in the order of their bytes, as H2 does, whatever the database's own collation.
alter table tag alter column slug type varchar(100) collate "C";
alter table tag_alias alter column slug type varchar(100) collate "C";
alter table article alter column slug type varchar(100) collate "C";
alter table article_alias alter column slug type varchar(100) collate "C";
alter table curated_list alter column key type varchar(100) collate "C";
alter table curated_page alter column key type varchar(100) collate "C";
