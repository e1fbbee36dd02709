-- No older build runs beside a newer one on an embedded database. The number is taken so that both databases have the same versions.
select 1;
