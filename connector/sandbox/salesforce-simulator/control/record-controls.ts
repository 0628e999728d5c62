import { unrestricted } from '../access/access.ts';
import type { LiveOrg } from '../http/live-org.ts';
import type { Caller } from '../org-state.ts';
import { isDeleted, type Row } from '../records/row.ts';
import { convertLead, type Conversion } from '../rules/objects/convert-lead.ts';
import { mergeRecords } from '../rules/merge.ts';
import { restoreRecord } from '../rules/restore.ts';
import { renderRow } from '../rest/records.ts';
import { isDueForArchive } from '../rules/objects/tasks.ts';
import { seedRecords, type SeedFile } from '../seed/seed.ts';
import type { SObject } from '../schema/types.ts';
import type { Control } from './controls.ts';
import { listOf } from './list-of.ts';

/** Looking at records and moving them about without counting API calls. */
export const recordControls: readonly Control[] = [
    {
        at: 'GET /records',
        does: 'Every record of ?type=, with all fields that hold something; ?deleted=true adds the recycle bin.',
        run: (live, _body, query) => {
            const object = objectNamed(live, query.get('type'));
            const withDeleted = query.get('deleted') === 'true';
            const rows = [...live.org().state.tables.of(object).all()].filter((row) => withDeleted || !isDeleted(row));
            return { type: object.name, records: rows.map((row) => filled(live, object, row)) };
        }
    },
    {
        at: 'GET /counts',
        does: 'How many live records each object has.',
        run: (live) => {
            const { state } = live.org();
            const counts = state.schema.objects.map((object): [string, number] => [
                object.name,
                [...state.tables.of(object).all()].filter((row) => !isDeleted(row)).length
            ]);
            return Object.fromEntries(counts.filter(([, count]) => count > 0));
        }
    },
    {
        at: 'POST /seed',
        does: 'Adds records in the sObject tree form; answers the ids by referenceId.',
        run: (live, body) => {
            const { state, standing } = live.org();
            return Object.fromEntries(seedRecords(state, standing, body as unknown as SeedFile));
        }
    },
    {
        at: 'POST /merge',
        does: 'Merges losers (at most two ids) into master, records of type.',
        run: (live, body) => {
            const { type, master, losers } = body;
            mergeRecords(
                live.org().state,
                administrator(live),
                objectNamed(live, String(type)),
                String(master),
                listOf(losers)
            );
        }
    },
    {
        at: 'POST /undelete',
        does: 'Takes the records with these ids, of type, out of the recycle bin, with what was deleted with them.',
        run: (live, { type, ids }) => {
            const object = objectNamed(live, String(type));
            for (const id of listOf(ids)) restoreRecord(live.org().state, administrator(live), object, id);
        }
    },
    {
        at: 'POST /convert',
        does: 'Converts leadId into accountId and contactId, or new ones; opportunityName makes an opportunity.',
        run: (live, body) => convertLead(live.org().state, administrator(live), body as unknown as Conversion)
    },
    {
        at: 'POST /archive',
        does: 'Runs the archiving job: closed tasks of a year ago leave query and stay in queryAll.',
        run: (live) => {
            const { state } = live.org();
            const tasks = objectNamed(live, 'Task');
            const due = [...state.tables.of(tasks).all()].filter((row) => isDueForArchive(row, state.now()));
            for (const row of due) state.tables.of(tasks).change(row, { IsArchived: true });
            return { archived: due.length };
        }
    }
];

/** @throws {Error} when the org has no such object */
function objectNamed(live: LiveOrg, name: string | null): SObject {
    const object = live.org().state.schema.object(name ?? '');
    if (!object) throw new Error(`The org has no object ${name}.`);
    return object;
}

/** The administrator, as whom scripts act. */
function administrator(live: LiveOrg): Caller {
    const userId = live.org().standing.adminId;
    return { userId, access: unrestricted, duplicateRule: { allowSave: true, includeRecordDetails: false } };
}

function filled(live: LiveOrg, object: SObject, row: Row): Record<string, unknown> {
    const base = `/services/data/v${live.org().state.settings.apiVersion}`;
    const record = renderRow(object, row, object.fields, base);
    return Object.fromEntries(
        Object.entries(record).filter(([name, value]) => value !== null && name !== 'attributes')
    );
}
