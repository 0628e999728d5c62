-- Requests that an API key may have under way or answered within the last second, one row each; `turn` counts its takers.
create table quo_slots (
    key text not null,
    slot integer not null,
    free_at timestamptz not null default '-infinity',
    turn bigint not null default 0,
    primary key (key, slot)
) with (fillfactor = 50);
