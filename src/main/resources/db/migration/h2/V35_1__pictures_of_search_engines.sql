create index if not exists article_by_seo_image on article (seo_image_id);
