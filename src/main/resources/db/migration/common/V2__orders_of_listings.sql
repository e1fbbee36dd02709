-- Listings by type, and in the order of the last significant edit.

alter table tagging add column updated_at timestamp(6) with time zone;

update tagging set updated_at = (select a.updated_at from article a where a.id = tagging.article_id);

-- order=updated of one tag; updated_at repeats what the article says for this index, as published_at does for the other.
create index tagging_updated on tagging (tag_id, listed, updated_at desc, article_id desc);

-- order=updated of all articles.
create index article_updated on article (status, updated_at desc, id desc);

-- Listings of one type: a rare type would otherwise be looked for among all articles.
create index article_newest_of_type on article (status, type, published_at desc, id desc);
