-- Articles of listings that were withdrawn or deleted, by the listings that had them: an index of the ledger for feeds. The rows
-- of a change end with it.
create table removal (
    seq        bigint not null references change (seq) on delete cascade,
    subject    varchar(120) not null,
    article_id uuid not null,
    at         timestamp(6) with time zone not null,
    primary key (seq, subject)
);

create index removal_of_subject on removal (subject, at, seq);
