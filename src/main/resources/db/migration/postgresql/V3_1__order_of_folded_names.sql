-- A prefix is a range only in the order of the bytes.
alter table tag alter column folded_name type varchar(400) collate "C";
