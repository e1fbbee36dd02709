-- The articles that are translations of one original, and the original itself. There is no reference to the original: what is left
-- of a group whose original is removed stays together.
create table if not exists translation (
    article  uuid primary key references article on delete cascade,
    original uuid not null,
    language varchar(35),
    unique (original, language)
);
