-- What others put into our records, as it was seen when we last wrote them: which fields hold theirs, and which part of a
-- long text is ours.
alter table records add column kept jsonb;
