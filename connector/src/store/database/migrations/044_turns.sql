-- Who may change a secret now. A row rather than an advisory lock: a lock would keep a transaction open for as long as
-- Salesforce takes to answer, and through a pooler that shares connections it would be somebody else's.
create table turns (
    name text primary key,
    holder uuid not null,
    until timestamptz not null
);
