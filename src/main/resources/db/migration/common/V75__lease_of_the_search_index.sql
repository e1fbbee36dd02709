-- The node that moves the shared index of searches on, until it ceases to renew this.
create table search_lease (
    id         integer primary key,
    holder     uuid,
    held_until timestamp(6) with time zone
);

insert into search_lease (id) values (1);
