import { SOURCE, type ContactDraft, type QuoContact } from '../../domain/quo-contacts/contact.ts';
import type { ContactRow, Urgency } from '../../contracts/quo/contacts.ts';
import { forgetFields } from './draft-settings.ts';
import { failed, foreign, linked, unlinked, type Outcome } from './outcome.ts';
import type { ContactSyncEngineDeps } from './deps.ts';
import type { Plan, Situation } from './plan.ts';
import { settleConflict, replaceContact } from './replace-contact.ts';

type PlanTo<K extends Plan['do']> = Extract<Plan, { readonly do: K }>;

export interface PlanExecution {
    readonly parts: ContactSyncEngineDeps;
    readonly urgency: Urgency;
    readonly situation: Situation;
}

/** Carries out one person's plan. @param found what Quo is known to have of them at this moment */
export function executePlan(
    bringing: PlanExecution,
    row: ContactRow,
    plan: Plan,
    found: readonly QuoContact[]
): Promise<Outcome> {
    switch (plan.do) {
        case 'nothing':
            return Promise.resolve(nothing(row, plan));
        case 'create':
            return found.length > 0 ? takeOver(bringing, row, plan.draft, found) : create(bringing, row, plan.draft);
        case 'change':
            return change(bringing, row, plan);
        case 'replace':
            return replace(bringing, row, plan, found);
        case 'remove':
            return remove(bringing, row, plan, found);
    }
}

function nothing(row: ContactRow, { because }: PlanTo<'nothing'>): Outcome {
    if (row.state === 'wanted') return { did: because };
    const { person, version, state, quoId, written } = row;
    return { did: because, kept: { person, version, state, quoId, written } };
}

async function create(bringing: PlanExecution, row: ContactRow, draft: ContactDraft): Promise<Outcome> {
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
    { parts, urgency }: PlanExecution,
    row: ContactRow,
    draft: ContactDraft,
    found: readonly QuoContact[]
): Promise<Outcome> {
    const [first, ...more] = found.filter(isOurs);
    if (first === undefined) return foreign(row);
    for (const double of more) await parts.quo.remove(double.id, urgency);
    return replaceContact(parts, urgency, row, draft, first);
}

async function change(bringing: PlanExecution, row: ContactRow, plan: PlanTo<'change'>): Promise<Outcome> {
    const { parts, urgency } = bringing;
    const { quoId, draft, changes } = plan;
    const result = await parts.quo.change(quoId, changes.scalars, urgency);
    if (result.kind === 'done') return isTakenAway(result.value) ? foreign(row) : linked(row, quoId, draft, 'updated');
    if (result.kind === 'gone') return vanished(bringing, row, draft);
    if (result.kind === 'conflict') return settleConflict(parts, urgency, row, draft);
    return failed(row, result, { state: 'linked', quoId, written: row.written });
}

/** Whether the answer says that somebody gave it another label since. */
function isTakenAway({ source }: { readonly source?: string | undefined }): boolean {
    return source !== undefined && source !== SOURCE;
}

async function replace(
    bringing: PlanExecution,
    row: ContactRow,
    { quoId, draft }: PlanTo<'replace'>,
    found: readonly QuoContact[]
): Promise<Outcome> {
    const { parts, urgency } = bringing;
    const seen = found.find(({ id }) => id === quoId);
    const current = seen === undefined ? await parts.quo.get(quoId, urgency) : { kind: 'done' as const, value: seen };
    if (current.kind === 'gone') return vanished(bringing, row, draft);
    if (current.kind !== 'done') return failed(row, current, { state: 'linked', quoId, written: row.written });
    return isOurs(current.value) ? replaceContact(parts, urgency, row, draft, current.value) : foreign(row);
}

/** Deleted in Quo and we were not told: only a call makes it anew. */
async function vanished(bringing: PlanExecution, row: ContactRow, draft: ContactDraft): Promise<Outcome> {
    if (!bringing.situation.calling) return unlinked(row);
    await bringing.parts.contacts.creating(bringing.parts.connection, [row.person]);
    return create(bringing, row, draft);
}

/** Deleted only as ours: one that Quo does not list under the record's id is looked at by its own. */
async function remove(
    { parts, urgency }: PlanExecution,
    row: ContactRow,
    { quoId }: PlanTo<'remove'>,
    found: readonly QuoContact[]
): Promise<Outcome> {
    const listed = quoId === undefined ? found : found.filter(({ id }) => id === quoId);
    const ours = listed.filter(isOurs).map(({ id }) => id);
    if (quoId !== undefined && listed.length === 0) {
        const there = await parts.quo.get(quoId, urgency);
        if (there.kind === 'done' && isOurs(there.value)) ours.push(quoId);
        if (there.kind !== 'done' && there.kind !== 'gone')
            return failed(row, there, { state: 'leaving', quoId, written: row.written });
    }
    for (const id of ours) {
        const result = await parts.quo.remove(id, urgency);
        if (result.kind !== 'done' && result.kind !== 'gone')
            return failed(row, result, { state: 'leaving', quoId: id, written: row.written });
    }
    return { did: 'removed' };
}

function isOurs({ source }: QuoContact): boolean {
    return source === SOURCE;
}
