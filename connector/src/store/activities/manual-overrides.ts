import { spellingsOf } from '../../domain/people/mobile-digits.ts';
import type { ManualOverride, KeptOverride, WrittenTask } from '../../contracts/store.ts';
import type { Database } from '../database/sql.ts';
import { findable, sealedRows } from '../sealing/sealed.ts';

interface Row {
    key: string;
    activityKey: string;
    numbers: string[];
    fields: Record<string, unknown> | null;
    byHand: ManualOverride | null;
    salesforceId: string | null;
    changedBy: string | null;
    writtenForMs: number | null;
    isHeld: boolean;
}

/** Our records by key (no two objects share one), with what we last wrote and whose number they are about. Keys of nobody are left out. */
export async function tasksByKey(
    db: Database,
    connection: string,
    keys: readonly string[]
): Promise<readonly WrittenTask[]> {
    return tasks(db, connection, "r.object <> 'Lead' and r.key = any ($2::text[])", [keys]);
}

/** Our Tasks in Salesforce that are about one of these numbers or people. */
export async function tasksAbout(
    db: Database,
    connection: string,
    { numbers, whoIds }: { readonly numbers: readonly string[]; readonly whoIds: readonly string[] }
): Promise<readonly WrittenTask[]> {
    const condition = `r.object = 'Task' and r.salesforce_id is not null
        and (a.numbers && $2::text[] or a.related && $3::text[])`;
    return tasks(db, connection, condition, [findable(numbers.flatMap(spellingsOf)), whoIds]);
}

async function tasks(
    db: Database,
    connection: string,
    condition: string,
    values: readonly unknown[]
): Promise<readonly WrittenTask[]> {
    const rows = await db.rows<Row>(
        `select r.key, r.activity_key as "activityKey", a.numbers, r.fields, r.by_hand as "byHand", r.salesforce_id as "salesforceId",
            r.kept ->> 'by' as "changedBy",
            (extract(epoch from now() - r.written_at) * 1000)::float8 as "writtenForMs",
            coalesce(a.lease_until > now(), false) as "isHeld"
        from records r join activities a on a.connection = r.connection and a.activity_key = r.activity_key
        where r.connection = $1 and ${condition}`,
        [connection, ...values]
    );
    return rows.map(({ fields, byHand, salesforceId, writtenForMs, changedBy, ...row }) => ({
        ...row,
        fields: fields ?? {},
        byHand: byHand ?? {},
        ...(changedBy === null ? {} : { changedBy }),
        ...(salesforceId === null ? {} : { salesforceId }),
        ...(writtenForMs === null ? {} : { writtenForMs })
    }));
}

/** Adds to what people set by hand; a later decision replaces an earlier one, field by field. */
export async function keepByHand(db: Database, connection: string, decisions: readonly KeptOverride[]): Promise<void> {
    if (decisions.length === 0) return;
    await db.run(
        `with given as (
            select key, by_hand, forget, seen, salesforce_id from jsonb_to_recordset($2::jsonb)
                as g (key text, by_hand jsonb, forget text[], seen jsonb, salesforce_id text)),
        locked as (
            select r.object, r.key from records r join given g using (key)
            where r.connection = $1 and r.object <> 'Lead' order by r.object, r.key for update of r)
        update records r set
            by_hand = (coalesce(r.by_hand, '{}') || g.by_hand) - coalesce(g.forget, '{}'),
            fields = case when g.seen is null then r.fields else coalesce(r.fields, '{}') || g.seen end,
            salesforce_id = coalesce(g.salesforce_id, r.salesforce_id)
        from given g join locked using (key)
        where r.connection = $1 and r.object = locked.object and r.key = g.key`,
        [connection, sealedRows(decisions.map(rowOf), { by_hand: 'same', seen: 'same' })]
    );
}

function rowOf({ key, byHand, forget, seen, salesforceId }: KeptOverride) {
    return { key, by_hand: byHand, forget, seen, salesforce_id: salesforceId };
}
