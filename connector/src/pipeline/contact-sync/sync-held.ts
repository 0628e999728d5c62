import type { Person } from '../../domain/people/person.ts';
import type { QuoContact } from '../../domain/quo-contacts/contact.ts';
import type { ContactRow, Urgency } from '../../contracts/quo/contacts.ts';
import { executePlan, type PlanExecution } from './execute-plan.ts';
import type { Outcome } from './outcome.ts';
import type { ContactSyncEngineDeps } from './deps.ts';
import { planFor, type Plan, type Situation } from './plan.ts';

export interface HeldContact {
    readonly row: ContactRow;
    /** Absent for records that are gone. */
    readonly person: Person | undefined;
}

interface Planned {
    readonly row: ContactRow;
    readonly plan: Plan;
}

/**
 * Contacts to be replaced that are read in one request. More would save little, and each waits longer for its turn: what
 * somebody edits in Quo in between would be lost.
 */
const READ_TOGETHER = 10;

/**
 * Brings the Quo contacts of people that this process holds up to date, and lets go of them one by one as they are done.
 *
 * Before anything is made, it is written down that it will be; contacts whose fate nobody knows, and those that are to be
 * deleted, are looked up together, in one request.
 */
export async function syncHeld(
    parts: ContactSyncEngineDeps,
    held: readonly HeldContact[],
    situation: Situation,
    urgency: Urgency
): Promise<readonly Outcome[]> {
    const { connection, contacts } = parts;
    const bringing = { parts, urgency, situation };
    const all = held.map(({ row, person }): Planned => ({ row, plan: planFor(row, person, situation) }));
    const unsure = await lookUp(
        bringing,
        all.filter(({ plan }) => isUnsure(plan))
    );
    const toCreate = all.flatMap(({ row, plan }) => (plan.do === 'create' ? [row.person] : []));
    if (toCreate.length > 0) await contacts.creating(connection, toCreate);
    const isReplaced = ({ plan }: Planned): boolean => plan.do === 'replace';
    const others = await settleAll(
        bringing,
        all.filter((one) => !isReplaced(one)),
        unsure
    );
    return [...others, ...(await replaceAll(bringing, all.filter(isReplaced)))];
}

function isUnsure(plan: Plan): boolean {
    return (plan.do === 'create' && plan.unsure) || plan.do === 'remove';
}

/** A contact alone is read by its own id, in as many requests: one. */
async function replaceAll(bringing: PlanExecution, planned: readonly Planned[]): Promise<readonly Outcome[]> {
    const outcomes: Outcome[] = [];
    for (let n = 0; n < planned.length; n += READ_TOGETHER) {
        const group = planned.slice(n, n + READ_TOGETHER);
        const found = group.length === 1 ? [] : await lookUp(bringing, group);
        outcomes.push(...(await settleAll(bringing, group, found)));
    }
    return outcomes;
}

async function lookUp({ parts, urgency }: PlanExecution, planned: readonly Planned[]): Promise<readonly QuoContact[]> {
    return planned.length === 0
        ? []
        : parts.quo.find(
              planned.map(({ row }) => idInQuo(row)),
              urgency
          );
}

/** A record that came to stand for another is known in Quo by the other's id until that is written. */
function idInQuo({ person, written }: ContactRow): string {
    return written?.externalId ?? person;
}

async function settleAll(
    bringing: PlanExecution,
    planned: readonly Planned[],
    found: readonly QuoContact[]
): Promise<readonly Outcome[]> {
    const { connection, contacts } = bringing.parts;
    return Promise.all(
        planned.map(async ({ row, plan }) => {
            const seen = found.filter(({ id, externalId }) => id === row.quoId || externalId === idInQuo(row));
            const outcome = await executePlan(bringing, row, plan, seen);
            if (outcome.kept === undefined) await contacts.forget(connection, [row]);
            else await contacts.keep(connection, [outcome.kept]);
            return outcome;
        })
    );
}
