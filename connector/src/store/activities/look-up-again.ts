import type { OwnWrite } from '../../contracts/store.ts';
import type { Database } from '../database/sql.ts';
import { jsonbText } from '../database/jsonb-text.ts';

/**
 * Salesforce's clock and ours may differ a little, and an answer that was lost is made good within a minute. Where one
 * record is that much newer, the others that are newer at all count too.
 */
const SURELY = "interval '1 minute'";

const LOOK_UP = `
with given as (select key, at from jsonb_to_recordset($2::jsonb) as g (key text, at timestamptz)),
newer as (
    select r.activity_key, g.at - r.written_at as by from records r join given g using (key)
    where r.connection = $1 and r.activity_key like 'call\\_%' and r.object <> 'Lead' and g.at > r.written_at),
locked as (
    select a.activity_key from activities a
    where a.connection = $1 and not a.looked_up and a.activity_key in (select activity_key from newer)
        and exists (select from newer where by > ${SURELY})
    order by a.activity_key for update)
update activities a set looked_up = true, asks = 0, ask_at = now()
from locked l where a.connection = $1 and a.activity_key = l.activity_key`;

/** @returns how many activities Quo is asked about */
export async function lookUpAgain(db: Database, connection: string, written: readonly OwnWrite[]): Promise<number> {
    return written.length === 0 ? 0 : db.run(LOOK_UP, [connection, jsonbText(written)]);
}
