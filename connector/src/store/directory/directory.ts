import { spellingsOf } from '../../domain/people/mobile-digits.ts';
import type { RelatedRecord, Person } from '../../domain/people/person.ts';
import type { Choice, DirectoryStore } from '../../contracts/store.ts';
import { applyChange } from './directory-apply.ts';
import { lockFor } from '../engine/locks.ts';
import { followOwners } from './related-copies.ts';
import type { Database } from '../database/sql.ts';
import { besideFindable, findable, sealedRows, sealedTexts, type Sealed } from '../sealing/sealed.ts';

/** `asked` is a number, `spelt` one of its spellings. */
const LOOKUP = `
select asked as e164, jsonb_agg(person order by id) as people from (
    select distinct s.asked, p.id, p.person
    from unnest($2::text[], $3::text[]) as s (asked, spelt)
    join person_numbers n on n.connection = $1 and n.e164 = s.spelt
    join people p on p.connection = n.connection and p.id = n.person) as found
group by asked`;

const CHOICES = `
select distinct on (s.asked) s.asked, c.choice
from unnest($2::text[], $3::text[]) as s (asked, spelt)
join choices c on c.connection = $1 and c.number = s.spelt
order by s.asked, c.chosen_at desc, c.number`;

/** An id that was merged or converted finds the record that stands for it now. */
const PEOPLE = `
select asked.id, p.person from unnest($2::text[]) as asked (id)
left join moved m on m.connection = $1 and m.id = asked.id
join people p on p.connection = $1 and p.id = coalesce(m.into_id, asked.id)`;

const RELATED = `
select record from related_records
where connection = $1 and (account = any ($3) or id in (
    select related from related_contacts where connection = $1 and contact = any ($2)))
order by id`;

const CHOSEN = `
select distinct on (record) record, choice ->> 'relatedId' as related from choices
where connection = $1 and record = any ($2) and choice ->> 'relatedId' is not null
order by record, chosen_at desc`;

export function directoryStore(db: Database): DirectoryStore {
    return {
        ...numberMemory(db),
        apply: (connection, change) => applyChange(db, connection, change),
        renameOwners: (connection, owners) =>
            db.transaction(async (sql) => {
                await lockFor(sql, 'directory', connection);
                return followOwners(sql, connection, owners);
            }),
        async highWater(connection) {
            const rows = await db.rows<{ object: string; mark: string }>(
                'select object, mark from high_water where connection = $1',
                [connection]
            );
            return Object.fromEntries(rows.map(({ object, mark }) => [object, mark]));
        },
        async lookup(connection, numbers) {
            if (numbers.length === 0) return new Map();
            const rows = await db.rows<{ e164: string; people: Person[] }>(LOOKUP, [connection, ...spelt(numbers)]);
            return new Map(rows.map(({ e164, people }) => [e164, people]));
        },
        async people(connection, ids) {
            if (ids.length === 0) return new Map();
            const rows = await db.rows<{ id: string; person: Person }>(PEOPLE, [connection, ids]);
            return new Map(rows.map(({ id, person }) => [id, person]));
        },
        async relatedOf(connection, { contactIds, accountIds }) {
            if (contactIds.length + accountIds.length === 0) return [];
            const rows = await db.rows<{ record: RelatedRecord }>(RELATED, [connection, contactIds, accountIds]);
            return rows.map(({ record }) => record);
        },
        async counts(connection) {
            const [row] = await db.rows<{ people: number; numbers: number }>(
                `select (select count(*)::int from people where connection = $1) as people,
                    (select count(distinct e164)::int from person_numbers where connection = $1) as numbers`,
                [connection]
            );
            return row ?? { people: 0, numbers: 0 };
        }
    };
}

/** What is remembered of a number besides who has it: that nobody has, and what a person chose. */
function numberMemory(
    db: Database
): Pick<DirectoryStore, 'knownUnknown' | 'rememberUnknown' | 'choices' | 'choose' | 'unchoose' | 'chosenRelated'> {
    return {
        async knownUnknown(connection, numbers, withinMs) {
            const rows = await db.rows<{ e164: string }>(
                `select e164 from unknown_numbers where connection = $1 and e164 = any ($2) and asked_at >= now() - $3 * interval '1 millisecond'`,
                [connection, findable(numbers), withinMs]
            );
            return new Set(rows.map(({ e164 }) => e164));
        },
        async rememberUnknown(connection, numbers) {
            await db.run(
                `insert into unknown_numbers (connection, e164) select distinct $1, n from unnest($2::text[]) n order by 2
                on conflict (connection, e164) do update set asked_at = now()`,
                [connection, sealedTexts(numbers)]
            );
        },
        async choices(connection, numbers) {
            if (numbers.length === 0) return new Map();
            const rows = await db.rows<{ asked: string; choice: Choice }>(CHOICES, [connection, ...spelt(numbers)]);
            return new Map(rows.map(({ asked, choice }) => [asked, choice]));
        },
        async chosenRelated(connection, records) {
            if (records.length === 0) return new Map();
            const rows = await db.rows<{ record: string; related: string }>(CHOSEN, [connection, records]);
            return new Map(rows.map(({ record, related }) => [record, related]));
        },
        async unchoose(connection, numbers) {
            const spellings = numbers.flatMap(spellingsOf);
            await db.run('delete from choices where connection = $1 and number = any ($2)', [
                connection,
                findable(spellings)
            ]);
        },
        async choose(connection, choices) {
            const last = new Map(choices.map((choice) => [choice.number, choice]));
            const rows = [...last.values()].map((choice) => ({ number: choice.number, record: choice.record, choice }));
            await db.run(
                `insert into choices (connection, number, record, choice)
                select $1, number, record, choice
                from jsonb_to_recordset($2::jsonb) as c (number text, record text, choice jsonb) order by number
                on conflict (connection, number)
                do update set record = excluded.record, choice = excluded.choice, chosen_at = now()`,
                [connection, sealedRows(rows, { number: 'same', choice: 'same' })]
            );
        }
    };
}

/** Each number beside each of its spellings. */
function spelt(numbers: readonly string[]): readonly [asked: Sealed, spelt: Sealed] {
    const pairs = [...new Set(numbers)].flatMap((asked) => spellingsOf(asked).map((one) => [asked, one] as const));
    return [besideFindable(pairs.map(([asked]) => asked)), findable(pairs.map(([, one]) => one))];
}
