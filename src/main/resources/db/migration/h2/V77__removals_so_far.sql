-- V69_1 has added them: nobody waits for a migration of an embedded database. The number is taken so that both databases have the
-- same versions.
select 1;
