-- The body as readers get it, and the version of Gazette's HTML that it is in. Absent, or of another version: it is rendered at
-- the reading. Each save writes both.
alter table article add column if not exists html text;
alter table article add column if not exists html_version integer;
