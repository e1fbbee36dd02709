-- What order=updated and updatedSince go by: the later of the last significant edit and the last appearance. The database
-- computes it, so that it is right whatever writes the row.
alter table article add column if not exists renewed_at timestamp(6) with time zone
    generated always as (case when appeared_at > updated_at then appeared_at else updated_at end);
alter table tagging add column if not exists renewed_at timestamp(6) with time zone
    generated always as (case when appeared_at > updated_at then appeared_at else updated_at end);
