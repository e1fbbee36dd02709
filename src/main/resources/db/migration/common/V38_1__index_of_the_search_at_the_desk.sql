-- A migration of its own: readers wait for the new column, but not for this index of all articles; only writers do.
-- The search reads the last edited articles from here alone. PostgreSQL has room for some 2,700 bytes.
create index if not exists article_words_modified on article (modified_at desc, id desc, desk_key, type, status, modified_by);
