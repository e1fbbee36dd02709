-- The point of the lead picture that crops keep in this article, in percent; null: that of the picture.
alter table article add column if not exists image_focus_x integer;
alter table article add column if not exists image_focus_y integer;
