import { readActivityKey, windowKey } from '../../domain/activity-key.ts';
import { WINDOW_MS } from '../../domain/conversations/window.ts';
import { endFrom, isEnding, type Ending, type Extent } from '../../domain/conversations/extent.ts';
import type { Fact } from '../../domain/facts.ts';
import type { Claimed, KnownRecord } from '../../contracts/store.ts';
import { jsonbText } from '../database/jsonb-text.ts';
import type { Database } from '../database/sql.ts';

/** What of an activity is read: rows `s`, with the conditions on facts `f` and records `r`. */
const CONTENTS = (rows: string, facts = 'true', records = 'true') => `
select s.activity_key as "activityKey",
    (select coalesce(jsonb_agg(f.body order by f.seq), '[]') from facts f
        where f.connection = $1 and f.activity_key = s.activity_key and ${facts}) as facts,
    (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
            'object', r.object, 'key', r.key, 'salesforceId', r.salesforce_id, 'fingerprint', r.fingerprint,
            'error', r.error)) || case when r.fields is null then '{}' else jsonb_build_object('fields', r.fields) end
            || case when r.attempted is null then '{}' else jsonb_build_object('attempted', r.attempted) end
            || case when r.overtaken is null then '{}' else jsonb_build_object('overtaken', r.overtaken) end
            || case when r.kept is null then '{}' else jsonb_build_object('kept', r.kept) end
            || case when r.reclaimed is null then '{}' else jsonb_build_object('reclaimed', r.reclaimed) end
            || case when r.by_hand is null then '{}' else jsonb_build_object('byHand', r.by_hand) end
            order by r.object, r.key), '[]') from records r
        where r.connection = $1 and r.activity_key = s.activity_key and ${records}) as records,
    (select coalesce(bool_or(f.delivery is null) and bool_and(f.delivery is null or f.kind <> 'ended'), false) from facts f
        where f.connection = $1 and f.activity_key = s.activity_key and f.kind in ('ended', 'message')
        and ${facts})
        or exists (select from activities a
            where a.connection = $1 and a.activity_key = s.activity_key and a.looked_up) as "isLookedUp"
from ${rows}`;

const WHOLE = CONTENTS('unnest($2::text[]) as s (activity_key)');

/** The Task that a person deleted keeps its key, which may lie up to an hour before the begin that its window has by now. */
const END = CONTENTS(
    'jsonb_to_recordset($2::jsonb) as s (activity_key text, since text, key_since text, key_from text)',
    `f.kind = 'message' and (f.body ->> 'createdAt') collate "C" >= s.since`,
    `r.object <> 'Lead' and r.key collate "C" >= s.key_from and (r.key collate "C" >= s.key_since or r.by_hand ->> 'deleted' = 'true')`
);

/** When the messages were sent that new facts are about, by any of their facts. */
const CHANGED = `
select s.activity_key as "activityKey", min((g.body ->> 'createdAt') collate "C") as first,
    count(distinct f.body ->> 'messageId') = count(distinct (f.body ->> 'messageId', g.body ->> 'createdAt')) as "isOfOneTime"
from jsonb_to_recordset($2::jsonb) as s (activity_key text, new_facts text[])
join facts f on f.connection = $1 and f.activity_key = s.activity_key and f.id = any (s.new_facts)
join facts g on g.connection = $1 and g.activity_key = s.activity_key and g.kind = 'message'
    and g.body ->> 'messageId' = f.body ->> 'messageId'
group by 1`;

export interface Contents {
    readonly facts: readonly Fact[];
    readonly records: readonly KnownRecord[];
    readonly isLookedUp: boolean;
}

export type ClaimedContents = Contents & Pick<Claimed, 'ending'>;

/** The facts and records of these activities, by one query. */
export async function contentsOf(
    db: Database,
    connection: string,
    activityKeys: readonly string[]
): Promise<ReadonlyMap<string, Contents>> {
    if (activityKeys.length === 0) return new Map();
    const rows = await db.rows<Contents & { activityKey: string }>(WHOLE, [connection, activityKeys]);
    return new Map(rows.map(({ activityKey, ...contents }) => [activityKey, contents]));
}

interface Grown {
    readonly activityKey: string;
    readonly newFacts: readonly string[] | null;
    /** Absent where more than texts came. */
    readonly extent: Extent | null;
}

/** The ends of those conversations of which no more is needed. */
export async function endingsOf(
    db: Database,
    connection: string,
    grown: readonly Grown[]
): Promise<ReadonlyMap<string, ClaimedContents>> {
    const asked = grown.flatMap(({ activityKey, newFacts, extent }) =>
        extent === null ? [] : [{ activity_key: activityKey, new_facts: newFacts, extent }]
    );
    if (asked.length === 0) return new Map();
    const changed = await db.rows<{ activityKey: string; first: string; isOfOneTime: boolean }>(CHANGED, [
        connection,
        jsonbText(asked.map(({ activity_key, new_facts }) => ({ activity_key, new_facts })))
    ]);
    const extents = new Map(asked.map(({ activity_key, extent }) => [activity_key, extent]));
    const endings = new Map<string, Ending>();
    for (const { activityKey, first, isOfOneTime } of changed) {
        const extent = extents.get(activityKey);
        const since = extent && isOfOneTime ? endFrom(extent, first) : undefined;
        if (extent !== undefined && since !== undefined) endings.set(activityKey, { since, extent });
    }
    if (endings.size === 0) return new Map();
    const rows = await db.rows<Contents & { activityKey: string }>(END, [
        connection,
        jsonbText([...endings].map(([activityKey, { since }]) => endingRow(activityKey, since)))
    ]);
    return new Map(
        rows.flatMap(({ activityKey, ...contents }) => {
            const ending = endings.get(activityKey);
            const messages = contents.facts.filter((fact) => fact.kind === 'message');
            const isEnough = ending !== undefined && isEnding(messages, ending);
            return isEnough ? [[activityKey, { ...contents, ending }] as const] : [];
        })
    );
}

function endingRow(activityKey: string, since: string) {
    const name = readActivityKey(activityKey);
    const conversation = name?.kind === 'conversation' ? name.conversation : '';
    const start = Date.parse(since);
    return {
        activity_key: activityKey,
        since,
        key_since: windowKey(conversation, start),
        key_from: windowKey(conversation, start - WINDOW_MS + 1_000)
    };
}
