-- The body as readers get it, the version of Gazette's HTML that it is in, and the revision that it was made of. Absent, of
-- another version or of another revision than the live one (a node of the release before has saved the article since): it is
-- rendered at the reading. Each save writes all three.
alter table article add column if not exists html text;
alter table article add column if not exists html_version integer;
alter table article add column if not exists html_revision integer;
