-- Articles that search engines must not index, for sitemaps; the other words for search engines are in seo alone.
alter table article add column if not exists no_index boolean not null default false;

-- The picture for social networks, which seo names too: so that no picture in use is removed, and its end of rights is noticed.
alter table article add column if not exists seo_image_id uuid references media;
