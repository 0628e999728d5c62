import { wordingOf } from '../../locales/records-wording.ts';
import { leadFor, leadName } from '../../domain/people/lead.ts';
import { NO_LEAD } from '../../domain/people/matching.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Draft } from '../../domain/records/draft.ts';
import { timeZoneOf } from '../../domain/records/local-time.ts';
import { LEAD } from '../../domain/records/names.ts';
import { formatNumber } from '../../phone/format.ts';
import type { Lookups } from '../lookups.ts';
import type { WriteResult } from '../../contracts/salesforce.ts';
import type { Choice } from '../../contracts/store.ts';
import type { Connection, PipelineContext } from '../pipeline-context.ts';
import { ownerOf } from './owner.ts';
import { findPeople, matchOf, type People } from './match.ts';
import type { Plan } from '../fold.ts';
import { writeLeads } from '../write/write-leads.ts';

/**
 * Makes the leads for unknown callers that the admin wants: one write for the whole flush, one lead a number, because
 * the number is the key. Everybody is then looked up again, so that each activity of the number finds its lead.
 *
 * A lead that Salesforce refuses keeps its activities unmatched and is told with them.
 */
export async function createLeads(
    context: PipelineContext,
    connection: Connection,
    plans: readonly Plan[],
    people: People,
    seen: Lookups
): Promise<People> {
    // While Quo cannot tell which numbers are ours, one of them could pass for a caller; names are asked for again anyway.
    // Nor is anybody unknown for sure while the people of Salesforce are being read.
    if (connection.preferences().unknownCallers !== 'lead' || !seen.isWhole || people.isProvisional) return people;
    const drafts = [...leadsFor(connection, plans, people, seen).values()];
    if (drafts.length === 0) return people;
    const redraw = (now: Lookups): ReadonlyMap<string, Draft> => leadsFor(connection, plans, people, now);
    const results = await writeLeads(context, connection, drafts, redraw);
    const created = drafts.flatMap((draft, n) => leadPerson(draft, results[n]));
    await context.store.directory.apply(connection.id, {
        people: created,
        gone: [],
        related: [],
        goneRelated: [],
        highWater: {}
    });
    await context.store.directory.choose(
        connection.id,
        drafts.flatMap((draft, n) => otherwise(draft.key, results[n]) ?? [])
    );
    const found = await findPeople(context, connection, plans);
    return { ...found, leads: outcomeOf(drafts, results, created, found) };
}

/** The leads that the admin's choices ask for, by number. */
export function leadsFor(
    connection: Connection,
    plans: readonly Plan[],
    people: People,
    seen: Lookups
): Map<string, Draft> {
    const preferences = connection.preferences();
    const leads = new Map<string, Draft>();
    for (const plan of plans) {
        const { activity } = plan;
        const contacted =
            activity.kind === 'call'
                ? { call: activity.call }
                : { messages: activity.placed.placed.flatMap(({ window }) => window.messages) };
        const draft = leadFor(contacted, {
            preferences,
            wording: wordingOf(preferences.language),
            match: matchOf(plan, people, connection),
            formatNumber: (number) => formatNumber(number, preferences.defaultRegion),
            ownerId: ownerOf(plan, seen, preferences),
            timeZone: timeZoneOf(plan.inboxId, preferences)
        });
        const isUnwanted = plan.numbers?.some((number) => people.choices.get(number)?.record === NO_LEAD) === true;
        if (draft !== undefined && !isUnwanted && !leads.has(draft.key)) leads.set(draft.key, draft);
    }
    return leads;
}

function leadPerson(draft: Draft, result: WriteResult | undefined): readonly Person[] {
    if (result?.ok !== true) return [];
    const numbers = [{ e164: draft.key, field: LEAD.phone }];
    return [{ id: result.id, object: 'Lead', name: leadName(draft), numbers }];
}

/** Who has the number instead: whom a duplicate rule names, or who stands for a lead that was converted. */
function otherwise(number: string, result: WriteResult | undefined): Choice | undefined {
    if (result === undefined || result.ok) return undefined;
    const { statusCode, duplicateOf, convertedInto } = result;
    if (statusCode === 'DUPLICATES_DETECTED' && duplicateOf !== undefined)
        return { number, record: duplicateOf, by: 'duplicate-rule' };
    if (convertedInto === undefined) return undefined;
    return convertedInto === null
        ? { number, record: NO_LEAD, by: 'conversion' }
        : { number, record: convertedInto, by: 'conversion' };
}

function outcomeOf(
    drafts: readonly Draft[],
    results: readonly WriteResult[],
    created: readonly Person[],
    { chosenPeople }: People
): People['leads'] {
    const refused = drafts.flatMap((draft, n) => {
        const result = results[n];
        if (result === undefined || result.ok) return [];
        const other = otherwise(draft.key, result)?.record;
        // Somebody whom the directory does not know yet is waited for.
        const isSettled = other === NO_LEAD || (other !== undefined && chosenPeople.has(other));
        return isSettled ? [] : [[draft.key, result] as const];
    });
    const made = created.flatMap(({ id, name, numbers: [number] }) =>
        number ? [[number.e164, { id, name }] as const] : []
    );
    return { created: new Map(made), refused: new Map(refused) };
}
