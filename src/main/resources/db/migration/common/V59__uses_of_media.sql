-- The media in the live and the working content of articles. Of a body that an older release has stored, they are missing until
-- the next save of the article. A body may name a medium that does not exist, so its id has no reference.
create table if not exists article_media (
    article_id uuid not null references article on delete cascade,
    media_id   uuid not null,
    primary key (article_id, media_id)
);

create index if not exists article_media_of_medium on article_media (media_id, article_id);

insert into article_media (article_id, media_id)
select a.id, a.image_id from article a where a.image_id is not null
union
select a.id, a.seo_image_id from article a where a.seo_image_id is not null;
