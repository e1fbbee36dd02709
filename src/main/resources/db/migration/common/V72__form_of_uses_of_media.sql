-- The form of an article's rows in article_media; 0: a release without them has stored it, and the server makes them.
alter table article add column if not exists media_form integer default 0 not null;
create index if not exists article_without_media on article (media_form, id);
