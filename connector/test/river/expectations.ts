import { isDeepStrictEqual } from 'node:util';
import type { Scenario } from 'sandbox-day/scenario.ts';
import type { Row, World } from './world.ts';

/** A scenario as it was played: the ids that its activities got. */
export interface Played {
    readonly scenario: string;
    readonly activities: Readonly<
        Record<
            string,
            { readonly id: string; readonly kind: string; readonly at: string; readonly others: readonly string[] }
        >
    >;
}

export interface Left {
    readonly tasks: readonly Row[];
    readonly sonaCalls: readonly Row[];
    readonly sonaAnswers: readonly Row[];
    readonly transcripts: readonly Row[];
    readonly leads: readonly Row[];
}

/** What a played scenario left in Salesforce that it should not have, or should have and did not. */
export function differences(
    scenario: Scenario,
    played: Played,
    left: Left,
    ids: World['ids'],
    numberOf: (person: string) => string
): readonly string[] {
    const id = (name: string | null | undefined): string | undefined => idOf(name, played, left, ids, numberOf);
    const found: string[] = [];
    const check = (what: string, seen: unknown, expected: unknown): void => {
        if (expected !== undefined && !isDeepStrictEqual(seen, expected))
            found.push(`${scenario.name}: ${what} is ${JSON.stringify(seen)}, not ${JSON.stringify(expected)}`);
    };
    const mine = tasksOf(played, left.tasks);
    const isEnglish = scenario.expect.preferences['language'] === 'en';
    const whole = mine.filter((task) => !/_\d+$/.test(String(task['Quo_Key__c'])));
    check('number of Tasks', whole.length, scenario.expect.tasks.length);
    for (const expected of scenario.expect.tasks) {
        const activity = played.activities[expected.of];
        const task = mine.find((one) => isOf(activity, one, 1_000));
        const at = `Task of ${expected.of}:`;
        if (task === undefined) {
            found.push(`${scenario.name}: ${at} is missing`);
            continue;
        }
        check(`${at} kind`, task['Quo_Kind__c'], expected.kind);
        check(`${at} subject`, task['Subject'], expected.subject);
        check(`${at} outcome`, task['Quo_Outcome__c'] ?? null, expected.outcome);
        check(`${at} match`, task['Quo_Match__c'], expected.match);
        for (const [field, name] of [
            ['WhoId', expected.who],
            ['WhatId', expected.what]
        ] as const)
            if (name !== undefined) check(`${at} ${field}`, task[field], id(name));
        if (expected.owner !== undefined && expected.owner !== null)
            check(`${at} owner`, task['OwnerId'], id(expected.owner));
        if (expected.duration !== undefined)
            check(`${at} duration`, task['CallDurationInSeconds'] ?? null, expected.duration);
        const text = seen(task['Description']);
        for (const say of expected.says) check(`${at} says ${say}`, text.includes(say) ? say : text, say);
        const lines = text.split('\n');
        check(`${at} first line`, lines[0], expected.begins);
        check(`${at} last line`, lines.at(-1), expected.ends);
        for (const [field, value] of Object.entries(expected.holds)) check(`${at} ${field}`, task[field], value);
        if (expected.dateIn !== undefined)
            check(`${at} date`, task['ActivityDate'], dateIn(expected.dateIn, activity?.at ?? ''));
        if (!isEnglish) check(`${at} reason`, isReason(expected.reason, task) || task['Quo_Match_Reason__c'], true);
        for (const hush of expected.silentOn) check(`${at} is silent on ${hush}`, text.includes(hush), false);
    }
    checkSona(scenario, played, left, id, check);
    checkTranscripts(scenario, played, left, check);
    return found;
}

/** A Description as people see it: the marks of its lines are no letters. */
function seen(description: unknown): string {
    return typeof description === 'string' ? description.replaceAll(/[\u2060-\u2064\u200B]/g, '') : '';
}

/** `2026-11-17`: the day of an instant there. */
function dateIn(timeZone: string, instant: string): string {
    return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date(instant));
}

/** What the written sentence says, by the code of the reason. */
const REASONS: Readonly<Record<string, RegExp>> = {
    'only-match':
        /est le numéro (du contact|de la piste) .+(personne d’autre ne l’a|partagé avec son compte .+|c’est aussi celui de .+)\./,
    'contact-over-lead': /est le numéro du contact .+ mais un contact passe avant une piste\./,
    'same-person-twice': /est en double avec le .+autres/,
    'shared-line': /est une ligne partagée du compte /,
    'account-number': /est le numéro du compte /,
    'lead-created': /^Personne n’avait le .+ : une piste a été créée/,
    ambiguous: /^Plusieurs fiches ont le /,
    possible: /^Un champ de .+ peut désigner le /,
    nobody: /^Aucune fiche n’a le /,
    unreadable: /n’est pas un numéro que l’on peut associer/,
    hidden: /^L’autre partie a masqué son numéro\.$/,
    internal: /^Communication interne/,
    group: /\d{3}-\d{4}.+\d{3}-\d{4}/s
};

function isReason(code: string, task: Row): boolean {
    const reason = REASONS[code];
    if (reason === undefined) throw new Error(`No sentence is known for the reason ${code}`);
    return reason.test(String(task['Quo_Match_Reason__c']));
}

type Check = (what: string, seen: unknown, expected: unknown) => void;

function checkSona(
    scenario: Scenario,
    played: Played,
    left: Left,
    id: (name: string | null | undefined) => string | undefined,
    check: Check
): void {
    const callIds = Object.values(played.activities).map((activity) => activity.id);
    const mine = left.sonaCalls.filter((row) => callIds.includes(String(row['Quo_Call_Id__c'])));
    check('number of Sona records', mine.length, scenario.expect.sona.length);
    for (const expected of scenario.expect.sona) {
        const callId = played.activities[expected.of]?.id;
        const row = mine.find((one) => one['Quo_Call_Id__c'] === callId) ?? {};
        const at = `Sona record of ${expected.of}:`;
        check(`${at} outcome`, row['Outcome__c'], expected.outcome);
        if (expected.callerName !== undefined)
            check(`${at} caller`, row['Caller_Name__c'] ?? null, expected.callerName);
        if (expected.title !== undefined) check(`${at} title`, row['Title__c'] ?? null, expected.title);
        if (expected.answeredBy !== undefined)
            check(`${at} answered by`, row['Answered_By__c'], id(expected.answeredBy));
        if (expected.followUp !== undefined) check(`${at} follow-up`, row['Follow_Up_Status__c'], expected.followUp);
        if (expected.nextSteps !== undefined)
            check(`${at} next steps`, row['Next_Steps__c'], expected.nextSteps.map((step) => `- ${step}`).join('\n'));
        const task = left.tasks.find((one) => one['Quo_Key__c'] === `call_${callId}`);
        check(`${at} task`, row['Task_Id__c'], task?.['Id']);
        const answers = left.sonaAnswers
            .filter((answer) => answer['Sona_Call__c'] === row['Id'])
            .toSorted((a, b) => Number(a['Position__c']) - Number(b['Position__c']))
            .map((answer) => ({
                job: answer['Job__c'],
                question: answer['Question__c'],
                answer: answer['Full_Answer__c'] ?? answer['Answer__c'] ?? '',
                type: answer['Type__c']
            }));
        check(`${at} answers`, answers, expected.answers);
    }
}

function checkTranscripts(scenario: Scenario, played: Played, left: Left, check: Check): void {
    const callIds = Object.values(played.activities).map((activity) => activity.id);
    const mine = left.transcripts.filter((row) => callIds.includes(String(row['Call_Id__c'])));
    check('number of transcripts', mine.length, scenario.expect.transcripts.length);
    for (const expected of scenario.expect.transcripts) {
        const callId = played.activities[expected.of]?.id;
        const row = mine.find((one) => one['Call_Id__c'] === callId) ?? {};
        const at = `Transcript of ${expected.of}:`;
        check(`${at} lines`, typeof row['Lines__c'] === 'string' ? JSON.parse(row['Lines__c']) : [], expected.lines);
        check(`${at} reading copy`, row['Reading_Copy__c'], expected.reads);
        const task = left.tasks.find((one) => one['Quo_Key__c'] === `call_${callId}`) ?? {};
        check(`${at} task`, row['Task_Id__c'], task['Id']);
        check(`${at} contact or lead`, row['Contact__c'] ?? row['Lead__c'] ?? null, task['WhoId'] ?? null);
    }
}

type Activity = Played['activities'][string];

/** Of texts, the windows that began in the hours of this scenario: its people write in others too. */
function tasksOf(played: Played, tasks: readonly Row[]): readonly Row[] {
    return tasks.filter((task) => Object.values(played.activities).some((activity) => isOf(activity, task, 2 * HOUR)));
}

const HOUR = 3_600_000;

function isOf(activity: Activity | undefined, task: Row, withinMs: number): boolean {
    if (activity === undefined) return false;
    if (activity.kind === 'call') return task['Quo_Key__c'] === `call_${activity.id}`;
    const later = Date.parse(String(task['Quo_Started_At__c'])) - Date.parse(activity.at);
    const numbers = String(task['Quo_External_Number__c']);
    return (
        task['Quo_Kind__c'] === 'Messages' &&
        // Salesforce keeps whole seconds.
        later > -1_000 &&
        later < withinMs &&
        activity.others.every((other) => numbers.includes(other))
    );
}

/** The Salesforce id of a name of the scenario; `undefined` where there should be nobody. */
function idOf(
    name: string | null | undefined,
    played: Played,
    left: Left,
    ids: World['ids'],
    numberOf: (person: string) => string
): string | undefined {
    if (name === null || name === undefined) return undefined;
    const [kind, of = ''] = name.split(':');
    if (kind === 'lead') return String(left.leads.find((lead) => lead['Quo_Phone__c'] === numberOf(of))?.['Id']);
    if (kind === 'sona')
        return String(left.sonaCalls.find((row) => row['Quo_Call_Id__c'] === played.activities[of]?.id)?.['Id']);
    const found = ids[name] ?? ids[`user-${name}`];
    if (found === undefined) throw new Error(`Nobody is called ${name}`);
    return found;
}
