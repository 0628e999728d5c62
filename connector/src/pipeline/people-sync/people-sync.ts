import type { ContactFact, Fact } from '../../domain/facts.ts';
import type { Person } from '../../domain/people/person.ts';
import { draftOf } from '../../domain/quo-contacts/draft-of.ts';
import { isWanted } from '../../domain/quo-contacts/filter.ts';
import { errorData } from '../../log.ts';
import type { ContactCounts, FullRun, QuoContacts } from '../ports/quo-contacts.ts';
import { adopt, isAdopted } from './adopt.ts';
import { draftSettings } from './draft-settings.ts';
import { drain } from './drain.ts';
import { estimate, type Estimate } from './estimate.ts';
import { fullRun } from './full-run.ts';
import { justInTime } from './just-in-time.ts';
import type { PeopleSyncParts } from './parts.ts';
import { skipped, type SkippedPage } from './skipped.ts';
import { toldByQuo } from './told-by-quo.ts';

export interface DirectoryNews {
    /** People as they are now. */
    readonly people: readonly Person[];
    /** Records that now stand for others, or for nobody. */
    readonly moved: readonly { readonly from: string; readonly to?: string }[];
}

export interface PeopleStatus {
    readonly mode: 'off' | 'on-call' | 'full';
    readonly contacts: ContactCounts;
    readonly run?: FullRun;
    readonly justInTime: { readonly people: number; readonly lastMs?: number; readonly slowestMs?: number };
    readonly quo: ReturnType<QuoContacts['counters']>;
}

/** Salesforce people in the Quo workspace of one connection. */
export interface PeopleSync {
    /** While it rings, and whatever Quo tells of contacts. Never throws: a call is logged whether or not Quo shows who it is. */
    onFacts(facts: readonly Fact[]): Promise<void>;
    /** After the directory took in a change. @returns how many contacts are due; then `run` is asked for */
    onDirectoryChange(news: DirectoryNews): Promise<number>;
    /** Does what is due and goes on with a full run. One at a time for each connection. @throws {CodedError} when Quo is out of reach */
    run(signal: AbortSignal): Promise<void>;
    /** Whether `run` has something to do now. */
    isWaiting(): Promise<boolean>;
    startFull(): Promise<void>;
    /** @returns false when no run is under way */
    pause(): Promise<boolean>;
    resume(): Promise<boolean>;
    estimate(signal?: AbortSignal): Promise<Estimate>;
    /** Who is not in Quo and why, newest first, a page at a time. */
    skipped(page?: { readonly after?: string; readonly limit?: number }): Promise<SkippedPage>;
    status(): Promise<PeopleStatus>;
}

export function peopleSync(parts: PeopleSyncParts): PeopleSync {
    const { connection, contacts, preferences, requestRun } = parts;
    const timing = newTiming();
    const isOff = () => preferences().syncContacts === 'off' || parts.isRehearsing?.() === true;
    return {
        async onFacts(facts) {
            for (const fact of facts) if (fact.kind === 'contact') await noteContact(parts, fact);
            if (!isOff()) await show(parts, facts, timing);
        },
        onDirectoryChange: (news) => (isOff() ? Promise.resolve(0) : onDirectoryChange(parts, news)),
        run: (signal) => (isOff() ? Promise.resolve() : run(parts, signal)),
        isWaiting: async () => !isOff() && (await isWaiting(parts)),
        startFull: () => startFull(parts),
        pause: () => contacts.setRunState(connection, 'paused'),
        async resume() {
            const resumed = await contacts.setRunState(connection, 'running');
            if (resumed) await requestRun();
            return resumed;
        },
        estimate: (signal) => estimate(parts, signal),
        skipped: (page) => skipped(parts, page),
        status: () => status(parts, timing.told())
    };
}

async function noteContact(parts: PeopleSyncParts, fact: ContactFact): Promise<void> {
    const { connection, log } = parts;
    try {
        const meaning = await toldByQuo(parts, fact);
        if (meaning !== 'not ours') log.debug('quo told of a contact', { connection, meaning });
    } catch (error) {
        log.warn('quo contact not noted', { connection, ...errorData(error) });
    }
}

async function show(parts: PeopleSyncParts, facts: readonly Fact[], timing: Timing): Promise<void> {
    const { connection, log } = parts;
    const started = performance.now();
    try {
        const outcomes = await justInTime(parts, facts);
        const written = outcomes.filter(({ did }) => did === 'created' || did === 'updated');
        if (written.length > 0) timing.note(written.length, performance.now() - started);
        for (const { error } of outcomes) if (error) log.warn('caller not shown in quo', { connection, ...error });
    } catch (error) {
        log.warn('caller not shown in quo', { connection, ...errorData(error) });
    }
}

/** In full mode, people who are new to the directory are put into Quo as well, once a run began: it may have passed them. */
async function onDirectoryChange(parts: PeopleSyncParts, { people, moved }: DirectoryNews): Promise<number> {
    const { connection, contacts, preferences } = parts;
    const { syncContacts, contactFilter, language } = preferences();
    let due = await contacts.follow(connection, moved);
    const isCovered = syncContacts === 'full' && (await contacts.run(connection)) !== undefined;
    const plain = { language, recordUrl: () => undefined };
    const belongs = (person: Person) => isWanted(person, contactFilter) && typeof draftOf(person, plain) !== 'string';
    const welcome = new Set(isCovered ? people.filter(belongs).map(({ id }) => id) : []);
    const others = people.map(({ id }) => id).filter((id) => !welcome.has(id));
    due += await contacts.makeDue(connection, [...welcome], true);
    due += await contacts.makeDue(connection, others, false);
    if (due > 0) await parts.requestRun();
    return due;
}

/** The admin chose "everybody", and there was no run yet. */
async function beginFullOnce(parts: PeopleSyncParts): Promise<void> {
    const { connection, contacts, preferences } = parts;
    if (preferences().syncContacts !== 'full') return;
    if ((await contacts.run(connection)) === undefined) await begin(parts);
}

async function startFull(parts: PeopleSyncParts): Promise<void> {
    await begin(parts);
    await parts.requestRun();
}

async function begin({ connection, contacts, directory }: PeopleSyncParts): Promise<void> {
    const { people } = await directory.counts(connection);
    if (people > 0) await contacts.startRun(connection, people);
}

const RESTING = 'people-sync-resting';
/** After Quo was out of reach: long enough not to beat on it, short enough that nobody waits for it. */
const REST_MS = 60_000;

async function run(parts: PeopleSyncParts, signal: AbortSignal): Promise<void> {
    try {
        await adopt(parts, signal);
        // Known before the next call rings, which then needs not ask for it.
        await draftSettings(parts, { lane: 'full', signal });
        await beginFullOnce(parts);
        await drain(parts, signal);
        await fullRun(parts, signal);
    } catch (error) {
        if (!signal.aborted) await parts.memory.remember(parts.connection, RESTING, true);
        throw error;
    }
}

async function isWaiting(parts: PeopleSyncParts): Promise<boolean> {
    const { connection, contacts, memory, preferences } = parts;
    const resting = await memory.recall<boolean>(connection, RESTING);
    if (resting !== undefined && resting.ageMs < REST_MS) return false;
    if (!(await isAdopted(parts))) return true;
    if ((await contacts.due(connection, 1)).length > 0) return true;
    const run = await contacts.run(connection);
    return run === undefined ? preferences().syncContacts === 'full' : run.state === 'running';
}

async function status(parts: PeopleSyncParts, timing: PeopleStatus['justInTime']): Promise<PeopleStatus> {
    const { connection, contacts, preferences, quo } = parts;
    const [counts, run] = await Promise.all([contacts.counts(connection), contacts.run(connection)]);
    return {
        mode: preferences().syncContacts,
        contacts: counts,
        ...(run === undefined ? {} : { run }),
        justInTime: timing,
        quo: quo.counters()
    };
}

interface Timing {
    note(people: number, ms: number): void;
    told(): PeopleStatus['justInTime'];
}

/** How fast callers were shown, since this process began. */
function newTiming(): Timing {
    let told: PeopleStatus['justInTime'] = { people: 0 };
    return {
        note(people, ms) {
            const lastMs = Math.round(ms);
            told = { people: told.people + people, lastMs, slowestMs: Math.max(told.slowestMs ?? 0, lastMs) };
        },
        told: () => told
    };
}
