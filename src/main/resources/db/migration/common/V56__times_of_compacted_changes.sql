-- The times of changes that the compaction has removed. A position in the ledger is the number of a change and its time: a
-- restored database gives the number to another change.
create table compacted_change (
    seq bigint primary key,
    at  timestamp(6) with time zone not null
);
