-- When each subject was last touched, which is what feeds say as their own date: it counts removals and never goes back.
-- Single articles are left out: what is made of one article is dated by the article.

create table last_change (
    subject varchar(120) primary key,
    seq     bigint not null,
    at      timestamp(6) with time zone not null
);

-- The beginning of this record. What has no row of its own has not changed since.
insert into last_change (subject, seq, at) select '-', seq, at from ledger_head;

-- Removals of a span of time, which feeds tell of.
create index change_of_kind on change (kind, at);
