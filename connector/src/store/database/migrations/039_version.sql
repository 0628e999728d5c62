-- An activity and a contact in Quo have a version that each change raises; an activity waits since a moment.
alter table activities rename column rev to version;
alter table activities rename column written_rev to written_version;
alter table activities rename column forced_rev to forced_version;
alter table activities rename column dirty_since to pending_since;
alter table quo_contacts rename column rev to version;
alter table quo_contacts rename column done_rev to done_version;
