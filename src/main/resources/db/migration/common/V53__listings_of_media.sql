-- The desk's listings of one kind, and of media whose rights have ended or will end.
create index if not exists media_of_kind on media (kind, id);
create index if not exists media_by_end_of_rights on media (rights_expire_at, id);
