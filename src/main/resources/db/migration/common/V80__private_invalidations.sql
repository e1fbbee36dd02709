-- Responses that caches must not serve any more though nothing has changed for readers: the expiry of an article that they show was
-- planned. Numbered under the lock on the head of the ledger, which must not tell of plans. Old rows are removed.
create table private_invalidation (
    seq     bigint primary key,
    touched text not null,
    at      timestamp(6) with time zone not null
);
