-- The point that crops keep, in percent from the left and from the top. Absent: the middle.
alter table media add column if not exists focus_x integer;
alter table media add column if not exists focus_y integer;

-- The average colour, such as #8fa3b2. Absent: unknown, or no picture that this server decodes.
alter table media add column if not exists placeholder varchar(7);
