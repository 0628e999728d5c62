import { isDeepStrictEqual } from 'node:util';
import { isWhole } from '../../contracts/directory.ts';
import { callKey } from '../../domain/activity-key.ts';
import { matchedToLead } from '../../domain/people/lead.ts';
import { matchNumbers } from '../../domain/people/matching.ts';
import type { Match } from '../../domain/people/match.ts';
import { sameTelephone } from '../../domain/people/mobile-digits.ts';
import { kindOfNumber } from '../../domain/people/number.ts';
import { isRelating } from '../../domain/people/related-record.ts';
import type { Person, RelatedRecord } from '../../domain/people/person.ts';
import type { Connection, PipelineContext } from '../pipeline-context.ts';
import type { WriteResult } from '../../contracts/salesforce.ts';
import type { Choice, KnownRecord } from '../../contracts/store.ts';
import type { Plan } from '../fold.ts';
import { keptMatchIds, keptMatch } from './keep-existing-match.ts';

/** Salesforce is asked about a number that nobody had once in a while only: the directory hears of changes anyway. */
const UNKNOWN_FOR = 6 * 3_600_000;

/** Everybody that the plans of one flush could be about, looked up together. */
export interface People {
    readonly byNumber: ReadonlyMap<string, readonly Person[]>;
    readonly choices: ReadonlyMap<string, Choice>;
    readonly chosenPeople: ReadonlyMap<string, Person>;
    readonly related: readonly RelatedRecord[];
    readonly chosenRelated: ReadonlyMap<string, string>;
    /** The directory was being read: what it says is not the last word. */
    readonly isProvisional: boolean;
    /** People whom Tasks of these activities were written on, by the id that stands there. */
    readonly standing: ReadonlyMap<string, Person>;
    /** Leads of this flush by number: those made, and those that Salesforce refused. */
    readonly leads?:
        | {
              readonly created: ReadonlyMap<string, { readonly id: string; readonly name: string }>;
              readonly refused: ReadonlyMap<string, Extract<WriteResult, { ok: false }>>;
          }
        | undefined;
}

/**
 * Looks up everybody for a flush: the directory first (no API call), then Salesforce once for the numbers that the
 * directory does not know.
 */
export async function findPeople(
    context: PipelineContext,
    connection: Connection,
    plans: readonly Plan[]
): Promise<People> {
    const before = await context.store.directory.highWater(connection.id);
    const found = await lookUp(context, connection, plans);
    const after = await context.store.directory.highWater(connection.id);
    return { ...found, isProvisional: !isWhole(before) || !isDeepStrictEqual(before, after) };
}

async function lookUp(
    context: PipelineContext,
    connection: Connection,
    plans: readonly Plan[]
): Promise<Omit<People, 'isProvisional'>> {
    const { directory } = context.store;
    const numbers = [...new Set(plans.flatMap((plan) => plan.numbers ?? []))].filter(
        (number) => kindOfNumber(number) === 'number'
    );
    const [known, choices] = await Promise.all([
        directory.lookup(connection.id, numbers),
        directory.choices(connection.id, numbers)
    ]);
    const byNumber = new Map(known);
    for (const [number, people] of await askForUnknown(context, connection, numbers, known, choices))
        byNumber.set(number, people);
    const [chosenPeople, standing] = await Promise.all([
        directory.people(connection.id, unique([...recordIds(choices), ...ownChoices(plans)])),
        directory.people(connection.id, unique(plans.flatMap(({ claimed }) => keptMatchIds(claimed.records))))
    ]);
    const everybody = [...byNumber.values()].flat().concat([...chosenPeople.values()]);
    const contactIds = unique(everybody.map((person) => person.personContactId ?? contactId(person)));
    const accountIds = unique(everybody.map((person) => person.accountId ?? accountId(person)));
    const isWanted = isRelating(connection.preferences());
    const [related, chosenRelated] = await Promise.all([
        isWanted ? directory.relatedOf(connection.id, { contactIds, accountIds }) : [],
        directory.chosenRelated(connection.id, isWanted ? [...contactIds, ...accountIds] : [])
    ]);
    return { byNumber, choices, chosenPeople, related, chosenRelated, standing };
}

/** Who an activity is about, and why. A conversation has several Tasks; each is judged by itself when it is drawn. */
export function matchOf(plan: Plan, people: People, connection: Connection): Match {
    return matchOfRecord(plan, callRecord(plan), people, connection);
}

/** The same for one record of it, which may have been left alone by a choice about its number. */
export function matchOfRecord(
    plan: Plan,
    record: KnownRecord | undefined,
    people: People,
    connection: Connection
): Match {
    const { numbers, internal } = plan;
    const { byNumber, chosenPeople, related } = people;
    const preferences = connection.preferences();
    const found = matchNumbers({
        numbers,
        internal,
        people: byNumber,
        ...choicesFor(plan, record, people),
        chosenPeople,
        related,
        preferences
    });
    const match = keptMatch(asFarAsRead(found, people), record, people.standing, preferences);
    const [number] = numbers ?? [];
    const lead = number === undefined ? undefined : people.leads?.created.get(sameTelephone(number));
    return lead === undefined || number === undefined ? match : matchedToLead(match, number, lead);
}

/** What needs nobody to be looked up is never provisional. */
const WITHOUT_LOOKING: readonly Match['reason']['code'][] = [
    'internal',
    'hidden',
    'not-told',
    'unreadable',
    'ignored-number'
];

function asFarAsRead(match: Match, { isProvisional }: People): Match {
    return isProvisional && !WITHOUT_LOOKING.includes(match.reason.code) ? { ...match, isProvisional } : match;
}

function choicesFor(
    { numbers: [number] = [] }: Plan,
    record: KnownRecord | undefined,
    { choices, chosenRelated }: People
): Pick<People, 'choices' | 'chosenRelated'> {
    const own = record?.byHand?.choice;
    if (own === undefined || number === undefined) return { choices, chosenRelated };
    return { choices: new Map(own === null ? [] : [[number, own]]), chosenRelated: new Map() };
}

/** Whom records stay with that a choice about their number left alone. */
function ownChoices(plans: readonly Plan[]): readonly (string | undefined)[] {
    return plans.flatMap(({ claimed }) => claimed.records.map(({ byHand }) => byHand?.choice?.record));
}

function callRecord({ activity, claimed }: Plan): KnownRecord | undefined {
    if (activity.kind !== 'call') return undefined;
    return claimed.records.find(({ object, key }) => object === 'Task' && key === callKey(activity.call.id));
}

async function askForUnknown(
    context: PipelineContext,
    connection: Connection,
    numbers: readonly string[],
    known: ReadonlyMap<string, readonly Person[]>,
    choices: ReadonlyMap<string, Choice>
): Promise<ReadonlyMap<string, readonly Person[]>> {
    const { directory } = context.store;
    const missing = numbers.filter((number) => (known.get(number)?.length ?? 0) === 0 && !choices.has(number));
    if (missing.length === 0) return new Map();
    const askedBefore = await directory.knownUnknown(connection.id, missing, UNKNOWN_FOR);
    const toAsk = missing.filter((number) => !askedBefore.has(number));
    if (toAsk.length === 0) return new Map();
    const found = await connection.org.findByNumbers(toAsk);
    if (found.length > 0)
        await directory.apply(connection.id, {
            people: found,
            gone: [],
            related: [],
            goneRelated: [],
            highWater: {}
        });
    const now = found.length > 0 ? await directory.lookup(connection.id, toAsk) : new Map<string, readonly Person[]>();
    await directory.rememberUnknown(
        connection.id,
        toAsk.filter((number) => (now.get(number)?.length ?? 0) === 0)
    );
    return now;
}

function recordIds(choices: ReadonlyMap<string, Choice>): readonly string[] {
    return unique([...choices.values()].map(({ record }) => (record === 'ignore' ? undefined : record)));
}

function contactId(person: Person): string | undefined {
    return person.object === 'Contact' ? person.id : undefined;
}

function accountId(person: Person): string | undefined {
    return person.object === 'Account' ? person.id : undefined;
}

function unique(values: readonly (string | undefined)[]): readonly string[] {
    return [...new Set(values.filter((value) => value !== undefined))];
}
