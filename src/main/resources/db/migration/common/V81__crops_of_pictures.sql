-- The areas that crops show, by the names of their renditions, as JSON. Absent: they follow the focus.
alter table media add column if not exists crops text;
