-- The listing of all articles in one language. Without it a rare language is looked for in all articles.
create index if not exists article_newest_of_language on article (status, language, published_at desc, id desc);
