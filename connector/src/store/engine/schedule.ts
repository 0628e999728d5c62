import { KEYS } from '../../contracts/key-value.ts';
import type { Repeated, ScheduleStore } from '../../contracts/schedule.ts';
import type { Database } from '../database/sql.ts';

/** Who comes second waits for the row, and finds that it was taken. */
const TAKE = `
with g as (select * from unnest($1::text[], $2::text[], $3::float8[]) as g (connection, name, every_ms)),
due as (
    select g.connection, g.name from g
    join connections c on c.id = g.connection
    left join memory m on m.connection = g.connection and m.name = g.name
    where m.connection is null or m.remembered_at <= now() - g.every_ms * interval '1 millisecond')
insert into memory as m (connection, name, value)
select connection, name, to_jsonb(now()) from due order by 1, 2
on conflict (connection, name) do update set value = excluded.value, remembered_at = now()
    where m.remembered_at <= now() - interval '1 millisecond' * (
        select min(g.every_ms) from g where g.connection = m.connection and g.name = m.name)
returning connection, name`;

const PEOPLE_WAITING = `
select g.connection from unnest($1::text[], $2::text[]) as g (connection, scope)
left join memory resting on resting.connection = g.connection and resting.name = '${KEYS.contactSyncResting.name}'
left join memory linked on linked.connection = g.connection and linked.name = '${KEYS.contactsLinked.name}'
left join quo_contact_runs run on run.connection = g.connection
where (resting.connection is null or resting.remembered_at <= now() - $3 * interval '1 millisecond')
    and (linked.value is distinct from 'true'::jsonb or run.state = 'running'
        or exists (
            select from quo_contacts c where c.connection = g.connection and c.due_at <= now()
            and (c.lease_until is null or c.lease_until < now()))
        or g.scope is not null and run.state is distinct from 'paused'
            and exists (select from people p where p.connection = g.connection)
            and (run.state is null or not exists (
                select from memory covered where covered.connection = g.connection
                and covered.name = '${KEYS.fullRunFilter.name}' and covered.value = to_jsonb(g.scope))))
order by 1`;

export function scheduleStore(db: Database): ScheduleStore {
    return {
        async take(repeated) {
            if (repeated.length === 0) return [];
            return db.rows<Pick<Repeated, 'connection' | 'name'>>(TAKE, [
                repeated.map(({ connection }) => connection),
                repeated.map(({ name }) => name),
                repeated.map(({ everyMs }) => everyMs)
            ]);
        },
        async peopleWaiting(scopes, restMs) {
            if (scopes.size === 0) return [];
            const rows = await db.rows<{ connection: string }>(PEOPLE_WAITING, [
                [...scopes.keys()],
                [...scopes.values()],
                restMs
            ]);
            return rows.map(({ connection }) => connection);
        }
    };
}
