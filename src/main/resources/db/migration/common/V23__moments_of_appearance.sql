-- Columns of their own for what readers are told: an edit at the desk moves modified_at and version, and nobody else may
-- notice. Each statement can be run again, since H2 commits one by one.

-- When readers last began to see the article, or will: a publication, the end of an embargo, a return. Absent: not known.
alter table article add column if not exists appeared_at timestamp(6) with time zone;
-- What readers see as modifiedAt and version. Absent: an older release wrote the row, and modified_at and version hold.
alter table article add column if not exists public_modified_at timestamp(6) with time zone;
alter table article add column if not exists public_version integer;
-- The slug at which readers last saw it: slugs of drafts in between do not become public.
alter table article add column if not exists public_slug varchar(200);
-- The article's, repeated, as the other dates are.
alter table tagging add column if not exists appeared_at timestamp(6) with time zone;

update article set
    public_modified_at = modified_at,
    public_version = version,
    appeared_at = case
        when embargo_until > coalesce(revealed_at, published_at)
            and embargo_until < timestamp with time zone '9999-01-01 00:00:00+00:00' then embargo_until
        else coalesce(revealed_at, published_at) end
where published_at is not null;

update article set public_slug = slug where revealed_at is not null and status in ('published', 'withdrawn');

update tagging set appeared_at = (select a.appeared_at from article a where a.id = tagging.article_id);
