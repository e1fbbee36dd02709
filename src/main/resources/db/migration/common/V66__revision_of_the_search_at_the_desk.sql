-- The number of the revision whose words desk_key has. Differs from the latest one, or is absent, if a former release has saved the
-- article: the server makes the words anew.
alter table article add column if not exists desk_key_of integer;
