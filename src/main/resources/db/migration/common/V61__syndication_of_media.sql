-- False: only this newsroom may show the medium, and feeds leave it out.
alter table media add column if not exists syndicated boolean default true not null;
