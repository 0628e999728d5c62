import { canSee } from '../access/sharing.ts';
import { badRequest } from '../org-error.ts';
import { idOf, isDeleted, type Row } from '../records/row.ts';
import { formatDateTime, parseDateTime } from '../rules/values/dates.ts';
import type { Exchange, Handle, Org } from '../api/exchange.ts';
import { objectAt } from '../api/lookup.ts';

const DAY = 86_400_000;
/** How far back replication reaches. */
const REACH = 30 * DAY;
const MINUTE = 60_000;

/** `GET /sobjects/Task/updated?start=…&end=…`: ids of what was created or changed and is still there. */
export const getUpdated: Handle = (org, exchange, params) => {
    const { rows, covered } = changedRows(org, exchange, params.object);
    const ids = rows.filter((row) => !isDeleted(row)).map(idOf);
    return { status: 200, body: { ids, latestDateCovered: formatDateTime(covered) } };
};

/** `GET /sobjects/Task/deleted?start=…&end=…`. */
export const getDeleted: Handle = (org, exchange, params) => {
    const { rows, covered } = changedRows(org, exchange, params.object);
    const deletedRecords = rows
        .filter(isDeleted)
        .map((row) => ({ deletedDate: formatDateTime(Number(row.SystemModstamp)), id: idOf(row) }));
    const earliest = formatDateTime(org.state.now() - REACH / 2);
    return {
        status: 200,
        body: { deletedRecords, earliestDateAvailable: earliest, latestDateCovered: formatDateTime(covered) }
    };
};

function changedRows(org: Org, exchange: Exchange, name: string | undefined): { rows: Row[]; covered: number } {
    const object = objectAt(org, exchange, name);
    if (object.flags.replicateable !== true) throw badRequest('INVALID_TYPE', `${object.name} is not replicable`);
    const start = instant(exchange, 'start');
    const end = instant(exchange, 'end');
    // Seconds are ignored, so an interval must be longer than a minute.
    if (end - start < MINUTE)
        throw badRequest('INVALID_REPLICATION_DATE', 'endDate must be at least one minute greater than startDate');
    if (org.state.now() - start > REACH)
        throw badRequest('INVALID_REPLICATION_DATE', 'startDate cannot be more than 30 days ago');
    const rows = org.state.tables
        .of(object)
        .changedSince(start)
        .filter((row) => Number(row.SystemModstamp) < end && canSee(org.state, exchange.caller, row));
    // Nobody knows what will change.
    return { rows, covered: Math.min(end, org.state.now()) };
}

function instant(exchange: Exchange, name: string): number {
    const text = (exchange.query.get(name) ?? '').replace(' ', '+');
    const at = parseDateTime(text);
    if (at === undefined) throw badRequest('INVALID_REPLICATION_DATE', `${name} is not a date and time: ${text}`);
    return Math.floor(at / MINUTE) * MINUTE;
}
