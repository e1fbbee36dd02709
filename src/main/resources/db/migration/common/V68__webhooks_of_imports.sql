-- Webhooks that get one event for an import instead of one for each of its changes. The row is removed with that event.
create table webhook_import (
    webhook_id uuid not null references webhook (id) on delete cascade,
    import_id  uuid not null,
    first_seq  bigint not null,
    primary key (webhook_id, import_id)
);

create index webhook_import_by_import on webhook_import (import_id);
