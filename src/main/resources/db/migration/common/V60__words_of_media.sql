-- The form of the words of a medium; 0: an older release has stored it, and the server makes them.
alter table media add column if not exists words_form integer default 0 not null;
create index if not exists media_without_words on media (words_form, id);
