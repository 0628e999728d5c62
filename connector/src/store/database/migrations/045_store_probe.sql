-- Written when deliveries could not be stored, to see whether they could by now: one row, as large as a large delivery.
create table store_probe (
    one boolean primary key default true check (one),
    filler bytea not null
);
alter table store_probe alter column filler set storage external;
