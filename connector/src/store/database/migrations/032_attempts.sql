-- Attempts that failed, by whom they came from (hashed), so that limits hold across processes. The first three columns
-- are what rate-limiter-flexible writes, in this order; `expire` in milliseconds since 1970.
create table attempts (
    key text primary key,
    points integer not null default 0,
    expire bigint,
    connection text not null default ''
);
create index attempts_by_expiry on attempts (expire);
