-- An account that is renamed or merged is followed by the copies that its people carry of it.
create index people_account on people (connection, (person ->> 'accountId'));
