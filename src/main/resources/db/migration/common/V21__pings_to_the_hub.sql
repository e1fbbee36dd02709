-- Feeds of which a WebSub hub has to be told, each once however often it changes meanwhile.

create table hub_ping (
    feed     varchar(120) primary key,
    due_at   timestamp(6) with time zone not null,
    attempts integer not null
);

create index hub_ping_due on hub_ping (due_at, feed);
