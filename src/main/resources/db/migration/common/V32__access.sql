-- The access to an article: a word for the readers that it is for (absent: everybody), and the number of blocks that everybody
-- reads. public_body has those blocks, where more is behind them; readers without the right to the whole get it in place of body.
alter table article add column if not exists access_level varchar(32);
alter table article add column if not exists access_preview integer;
alter table article add column if not exists public_body text;
