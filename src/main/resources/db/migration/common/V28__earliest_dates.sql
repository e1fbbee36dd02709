-- Years before 1600 were accepted once. No cursor and no archive leads to such a date any more, so it becomes the earliest.
update article set published_at = timestamp with time zone '1600-01-01 00:00:00+00:00'
    where published_at < timestamp with time zone '1600-01-01 00:00:00+00:00';
update article set first_published_at = timestamp with time zone '1600-01-01 00:00:00+00:00'
    where first_published_at < timestamp with time zone '1600-01-01 00:00:00+00:00';
update article set updated_at = timestamp with time zone '1600-01-01 00:00:00+00:00'
    where updated_at < timestamp with time zone '1600-01-01 00:00:00+00:00';
update tagging set published_at = timestamp with time zone '1600-01-01 00:00:00+00:00'
    where published_at < timestamp with time zone '1600-01-01 00:00:00+00:00';
update tagging set updated_at = timestamp with time zone '1600-01-01 00:00:00+00:00'
    where updated_at < timestamp with time zone '1600-01-01 00:00:00+00:00';
