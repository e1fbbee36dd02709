-- The first form of lists has gone into the contents of revisions.
alter table list_revision alter column content set not null;
alter table list_revision drop column fill;
drop table list_entry;
