-- order=updated of all articles and of one tag. They take the place of article_updated and tagging_updated, which nodes of
-- the release before still use.
create index if not exists article_renewed on article (status, renewed_at desc, id desc);
create index if not exists tagging_renewed on tagging (tag_id, listed, renewed_at desc, article_id desc);
