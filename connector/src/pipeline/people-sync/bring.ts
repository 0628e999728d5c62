import type { Person } from '../../domain/people/person.ts';
import { SOURCE, type ContactDraft, type QuoContact } from '../../domain/quo-contacts/contact.ts';
import { isWhole, merged } from '../../domain/quo-contacts/merge.ts';
import type { ContactRow, Urgency } from '../ports/quo-contacts.ts';
import { forgetFields } from './draft-settings.ts';
import { failed, foreign, linked, unlinked, type Outcome } from './outcome.ts';
import type { PeopleSyncParts } from './parts.ts';
import { planFor, type Plan, type Situation } from './plan.ts';

export interface Held {
    readonly row: ContactRow;
    /** Absent for records that are gone. */
    readonly person: Person | undefined;
}

type PlanTo<K extends Plan['do']> = Extract<Plan, { readonly do: K }>;

interface Bringing {
    readonly parts: PeopleSyncParts;
    readonly urgency: Urgency;
    readonly situation: Situation;
}

/**
 * Brings the Quo contacts of people that this process holds up to date, and lets go of them one by one as they are done.
 *
 * Before anything is made, it is written down that it will be; contacts whose fate nobody knows are looked up together,
 * in one request, before they are made again.
 */
export async function bringUpToDate(
    parts: PeopleSyncParts,
    held: readonly Held[],
    situation: Situation,
    urgency: Urgency
): Promise<readonly Outcome[]> {
    const { connection, contacts, quo } = parts;
    const planned = held.map((one) => ({ ...one, plan: planFor(one.row, one.person, situation) }));
    const unsure = planned.flatMap(({ row, plan }) => (isUnsure(plan) ? [row.person] : []));
    const found = unsure.length === 0 ? [] : await quo.find(unsure, urgency);
    const toCreate = planned.flatMap(({ row, plan }) => (plan.do === 'create' ? [row.person] : []));
    if (toCreate.length > 0) await contacts.creating(connection, toCreate);
    const bringing = { parts, urgency, situation };
    return Promise.all(
        planned.map(async ({ row, plan }) => {
            const ours = found.filter(({ externalId }) => externalId === row.person);
            const outcome = await carryOut(bringing, row, plan, ours);
            if (outcome.kept === undefined) await contacts.forget(connection, [row.person]);
            else await contacts.keep(connection, [outcome.kept]);
            return outcome;
        })
    );
}

function isUnsure(plan: Plan): boolean {
    return (plan.do === 'create' && plan.unsure) || (plan.do === 'remove' && plan.quoId === undefined);
}

function carryOut(bringing: Bringing, row: ContactRow, plan: Plan, found: readonly QuoContact[]): Promise<Outcome> {
    switch (plan.do) {
        case 'nothing':
            return Promise.resolve(nothing(row, plan));
        case 'create':
            return found.length > 0 ? takeOver(bringing, row, plan.draft, found) : create(bringing, row, plan.draft);
        case 'change':
            return change(bringing, row, plan);
        case 'replace':
            return replace(bringing, row, plan);
        case 'remove':
            return remove(bringing, row, plan, found);
    }
}

function nothing(row: ContactRow, { because }: PlanTo<'nothing'>): Outcome {
    if (row.state === 'wanted') return { did: because };
    const { person, rev, state, quoId, written } = row;
    return { did: because, kept: { person, rev, state, quoId, written } };
}

async function create(bringing: Bringing, row: ContactRow, draft: ContactDraft): Promise<Outcome> {
    const { parts, urgency } = bringing;
    const result = await parts.quo.create(draft, urgency);
    if (result.kind === 'done') return linked(row, result.value, draft, 'created');
    if (result.kind === 'conflict') {
        const found = await parts.quo.find([row.person], urgency);
        if (found.length > 0) return takeOver(bringing, row, draft, found);
    }
    if (result.kind === 'refused' && draft.customFields.length > 0) await forgetFields(parts);
    if (result.kind === 'gone') return { did: 'failed' };
    return failed(row, result, { state: result.kind === 'unsure' ? 'creating' : 'wanted' });
}

/** Quo has a contact for this record already. One is kept; further ones that are ours are deleted. */
async function takeOver(
    { parts, urgency }: Bringing,
    row: ContactRow,
    draft: ContactDraft,
    found: readonly QuoContact[]
): Promise<Outcome> {
    const [first, ...more] = found.filter(({ source }) => source === SOURCE);
    if (first === undefined) return foreign(row);
    for (const double of more) await parts.quo.remove(double.id, urgency);
    return write(parts, urgency, row, draft, first);
}

/** Writes our fields into a contact as Quo has it at this moment. */
async function write(
    parts: PeopleSyncParts,
    urgency: Urgency,
    row: ContactRow,
    draft: ContactDraft,
    current: QuoContact
): Promise<Outcome> {
    const whole = merged(current, row.written, draft);
    if (isWhole(current, whole)) return linked(row, current.id, draft, 'unchanged');
    const result = await parts.quo.replace(current.id, whole, urgency);
    if (result.kind === 'done') return linked(row, current.id, draft, 'updated');
    if (result.kind === 'gone') return unlinked(row);
    if (result.kind === 'refused' && draft.customFields.length > 0) await forgetFields(parts);
    return failed(row, result, { state: 'linked', quoId: current.id, written: row.written });
}

async function change(bringing: Bringing, row: ContactRow, plan: PlanTo<'change'>): Promise<Outcome> {
    const { quoId, draft, changes } = plan;
    const result = await bringing.parts.quo.change(quoId, changes.scalars, bringing.urgency);
    if (result.kind === 'done') return linked(row, quoId, draft, 'updated');
    if (result.kind === 'gone') return vanished(bringing, row, draft);
    return failed(row, result, { state: 'linked', quoId, written: row.written });
}

async function replace(bringing: Bringing, row: ContactRow, plan: PlanTo<'replace'>): Promise<Outcome> {
    const { parts, urgency } = bringing;
    const current = await parts.quo.get(plan.quoId, urgency);
    if (current.kind === 'gone') return vanished(bringing, row, plan.draft);
    if (current.kind !== 'done') {
        return failed(row, current, { state: 'linked', quoId: plan.quoId, written: row.written });
    }
    if (current.value.source !== SOURCE) return foreign(row);
    return write(parts, urgency, row, plan.draft, current.value);
}

/** Deleted in Quo and we were not told: only a call makes it anew. */
async function vanished(bringing: Bringing, row: ContactRow, draft: ContactDraft): Promise<Outcome> {
    if (!bringing.situation.calling) return unlinked(row);
    await bringing.parts.contacts.creating(bringing.parts.connection, [row.person]);
    return create(bringing, row, draft);
}

async function remove(
    { parts, urgency }: Bringing,
    row: ContactRow,
    plan: PlanTo<'remove'>,
    found: readonly QuoContact[]
): Promise<Outcome> {
    const ids = plan.quoId === undefined ? found.filter(isOurs).map(({ id }) => id) : [plan.quoId];
    for (const id of ids) {
        const result = await parts.quo.remove(id, urgency);
        if (result.kind !== 'done' && result.kind !== 'gone') {
            return failed(row, result, { state: 'leaving', quoId: id, written: row.written });
        }
    }
    return { did: 'removed' };
}

function isOurs({ source }: QuoContact): boolean {
    return source === SOURCE;
}
