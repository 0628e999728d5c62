-- What is parked is tried again by itself; what was parked before this version had no time for it.
update activities set due_at = now() + interval '1 hour' where parked_at is not null and due_at is null;
