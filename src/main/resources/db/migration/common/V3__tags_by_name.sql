-- Tags by the beginning of their name, without regard to case and accents; by their parent; and tags that readers do not yet know.

-- What the name is compared as. The server folds it in full with the next edit of the tag; lower case is what SQL can do.
alter table tag add column folded_name varchar(400) default '' not null;

update tag set folded_name = lower(name);

-- q: a range of names; it ends in the slug, so the order has no ties.
create index tag_by_name on tag (folded_name, slug);

-- The children of a tag.
create index tag_parent_of on tag_parent (parent_id);
