import { z } from 'zod';
import type { NameInOrg } from '../namespace.ts';
import { readErrors, Refusal, type OrgError } from '../rest/refusal.ts';
import { REQUEST_TIMEOUT_MS, type OrgRequest, type Session } from '../rest/session.ts';
import { unavailableFrom } from '../rest/unavailable.ts';
import type { Batch } from './batches.ts';
import { readAnswer, Unreadable } from '../rest/unreadable.ts';
import { UNREADABLE } from '../rest/failures.ts';

/** What Salesforce said of one record. */
export type Saved =
    | { readonly ok: true; readonly id: string; readonly created: boolean }
    | { readonly ok: false; readonly errors: readonly OrgError[] };

/** What became of one collection: saved or refused record by record, or refused as a whole. */
export type Sent = { readonly batch: Batch } & ({ readonly saved: readonly Saved[] } | { readonly refused: Refusal });

const SaveResult = z.object({
    id: z.string().nullish(),
    success: z.boolean(),
    created: z.boolean().optional(),
    errors: z.unknown()
});
const CompositeAnswer = z.object({
    compositeResponse: z.array(z.object({ body: z.unknown(), httpStatusCode: z.number(), referenceId: z.string() }))
});

/**
 * Salesforce assigns a lead or a case by the org's active rule whenever one is saved without this header, also when the
 * automation of a Task saves it (REST API guide, "Assignment Rule Header"): a call must not take a lead from its owner.
 */
const NO_ASSIGNMENT = { 'Sforce-Auto-Assign': 'FALSE' };

/** An org's own automation runs on every record; measured orgs stay below this. */
const MS_PER_RECORD = 40;

/** Leads: no assignment rule unless wanted, and a duplicate rule names what it found. */
export interface SendOptions {
    readonly assignLeads: boolean;
}

/**
 * Sends the collections of one request: alone, or together in a composite one. One API call either way, unless the
 * composite request itself is refused: then each collection goes alone, so that one cannot hold up the others.
 *
 * @throws {OrgUnavailable} also when only one collection met a limit: the others are upserts and are sent again
 */
export async function send(
    session: Session,
    group: readonly Batch[],
    name: NameInOrg,
    options: SendOptions
): Promise<readonly Sent[]> {
    if (group.length > 1)
        try {
            return await together(session, group, name);
        } catch (error) {
            if (!(error instanceof Refusal) && !isOfTheCollection(error)) throw error;
        }
    const sent: Sent[] = [];
    for (const batch of group) sent.push(await alone(session, batch, name, options));
    return sent;
}

async function together(session: Session, group: readonly Batch[], name: NameInOrg): Promise<readonly Sent[]> {
    const compositeRequest = group.map((batch, n) => {
        const { method, path, body } = collection(batch, name, session.root);
        return { method, url: path, referenceId: `collection${n}`, httpHeaders: NO_ASSIGNMENT, body };
    });
    const answer = await session.request({
        method: 'POST',
        path: `${session.root}/composite`,
        body: { allOrNone: false, compositeRequest },
        headers: NO_ASSIGNMENT,
        timeoutMs: timeoutFor(group)
    });
    const parts = readAnswer(CompositeAnswer, answer).compositeResponse;
    return group.map((batch, n) => {
        const part = parts.find(({ referenceId }) => referenceId === `collection${n}`);
        return readPart(batch, part?.httpStatusCode ?? 0, part?.body);
    });
}

async function alone(session: Session, batch: Batch, name: NameInOrg, options: SendOptions): Promise<Sent> {
    const headers = batch.object === 'Lead' ? leadHeaders(options) : NO_ASSIGNMENT;
    const request = { ...collection(batch, name, session.root), headers, timeoutMs: timeoutFor([batch]) };
    try {
        return readPart(batch, 200, await session.request(request));
    } catch (error) {
        if (error instanceof Refusal) return { batch, refused: error };
        if (isOfTheCollection(error)) return { batch, refused: unreadableRefusal(error.status, error.note.seen) };
        throw error;
    }
}

/** Refused by whatever stands before Salesforce (400, 413, 431): what was sent may be why, and half of it may pass. */
function isOfTheCollection(error: unknown): error is Unreadable {
    return error instanceof Unreadable && error.status >= 400;
}

function unreadableRefusal(status: number, seen = ''): Refusal {
    return new Refusal(status, [{ code: UNREADABLE, message: seen, fields: [] }]);
}

function timeoutFor(group: readonly Batch[]): number {
    return REQUEST_TIMEOUT_MS + MS_PER_RECORD * group.reduce((sum, { records }) => sum + records.length, 0);
}

export function leadHeaders({ assignLeads }: SendOptions): Record<string, string> {
    return {
        'Sforce-Duplicate-Rule-Header': 'allowSave=false; includeRecordDetails=true',
        ...(assignLeads ? {} : NO_ASSIGNMENT)
    };
}

function collection(batch: Batch, name: NameInOrg, root: string): OrgRequest {
    const keyField = batch.planned[0]?.item.draft.keyField ?? '';
    const path = `${root}/composite/sobjects`;
    return {
        method: 'PATCH',
        path: batch.how === 'update' ? path : `${path}/${name(batch.object)}/${name(keyField)}`,
        body: { allOrNone: false, records: batch.records }
    };
}

function readPart(batch: Batch, status: number, body: unknown): Sent {
    const rows = z.array(SaveResult).safeParse(body);
    if (status >= 200 && status < 300 && rows.success && rows.data.length === batch.records.length)
        return { batch, saved: rows.data.map(readRow) };
    if (status >= 200 && status < 300) throw new Unreadable(status, 'other results than records sent');
    const refused = new Refusal(status, readErrors(body, status));
    const unavailable = unavailableFrom(status, refused.first);
    if (unavailable !== undefined && unavailable.kind !== 'retry') throw unavailable;
    return { batch, refused };
}

function readRow(row: z.infer<typeof SaveResult>): Saved {
    return row.success && typeof row.id === 'string'
        ? { ok: true, id: row.id, created: row.created ?? false }
        : { ok: false, errors: readErrors(row.errors, 200) };
}
