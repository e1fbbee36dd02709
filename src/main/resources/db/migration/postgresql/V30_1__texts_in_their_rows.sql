-- PostgreSQL decides on that by itself. The number is taken so that both databases have the same versions.
select 1;
